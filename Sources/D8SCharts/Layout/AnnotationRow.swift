/// Labels in one line above a plot, each over its place.
struct AnnotationRow {
    struct Label {
        let text: String
        /// The place that it tells about.
        let x: Double
        let left: Double
    }

    /// A label that has no place yet.
    private struct Flag {
        let text: String
        let x: Double
        let width: Double
    }

    private(set) var labels: [Label] = []
    /// Where the leftmost label begins.
    private var used = Double.infinity

    /// At most two rows, the first one next to the plot; a label that finds no room is left out.
    ///
    /// A label stands beside the line to its place, like a flag. From the right to the left, each
    /// goes into the lowest row where it is free, so that no line crosses a label. Near the right
    /// edge, where a flag hangs to the left over its neighbour's place, the upper row comes first.
    static func rows(
        _ labels: [(text: String, x: Double)],
        style: ChartStyle,
        measurer: any TextMeasurer
    ) -> [AnnotationRow] {
        let flags = labels.sorted { $0.x > $1.x }.compactMap { label, x -> Flag? in
            let room = max(style.size.width - x - 4, x - 4)
            let text = measurer.fitted(label, style: style.label, width: min(room, 160))
            let width = measurer.width(of: text, style: style.label)
            return text.isEmpty ? nil : Flag(text: text, x: x, width: width)
        }
        let low = rows(flags, first: 0, edge: style.size.width)
        let found = low.map(\.labels.count).reduce(0, +)
        guard found < flags.count else { return low }
        let high = rows(flags, first: 1, edge: style.size.width)
        return high.map(\.labels.count).reduce(0, +) > found ? high : low
    }

    /// The rows if the rightmost label goes into row `first`.
    private static func rows(_ flags: [Flag], first: Int, edge: Double) -> [AnnotationRow] {
        var rows = [AnnotationRow(), AnnotationRow()]
        for (number, flag) in flags.enumerated() {
            let sides = flag.x + 4 + flag.width <= edge ? [flag.x + 4] : []
            let places = (sides + [flag.x - 4 - flag.width]).filter { $0 >= 0 }
            let order = number == 0 && first == 1 ? [1] : [0, 1]
            let free = places.flatMap { left in order.map { (row: $0, left: left) } }.first {
                max($0.left + flag.width, flag.x) + 8 <= rows[$0.row].used
                    && flag.x < rows[0].used
            }
            guard let free else { continue }
            rows[free.row].labels.append(Label(text: flag.text, x: flag.x, left: free.left))
            rows[free.row].used = min(free.left, flag.x)
            // The line from the upper row goes through the lower one.
            rows[0].used = min(rows[0].used, flag.x)
        }
        return rows[1].labels.isEmpty ? rows.filter { !$0.labels.isEmpty } : rows
    }

    /// The texts and, from each to the plot, a line of this ink.
    static func marks(
        _ rows: [AnnotationRow],
        in plot: Plot,
        style: ChartStyle,
        ink: Ink,
        lineEnd: Double
    ) -> [Mark] {
        rows.enumerated().flatMap { number, row in
            row.labels.flatMap { label -> [Mark] in
                let y = plot.top - 10 - Double(number) * style.lineHeight
                let top = y - style.label.size + 2
                let line = [Point(x: label.x, y: top), Point(x: label.x, y: lineEnd)]
                let place = Point(x: label.left, y: y)
                return [
                    .line(line, ink: ink == .muted ? .faint : ink, width: 1),
                    .text(label.text, at: place, style: style.label, ink: ink),
                ]
            }
        }
    }

    /// The height that so many rows take.
    static func room(_ rows: [AnnotationRow], style: ChartStyle) -> Double {
        rows.isEmpty ? 0 : Double(rows.count) * style.lineHeight + 4
    }
}
