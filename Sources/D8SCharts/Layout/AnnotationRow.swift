/// Labels in one line above a plot, each over its place.
struct AnnotationRow {
    struct Label {
        let text: String
        /// The place that it tells about.
        let x: Double
        let left: Double
    }

    private(set) var labels: [Label] = []
    /// Where the leftmost label begins.
    private var used = Double.infinity

    /// At most two rows, the first one next to the plot; a label that finds no room is left out.
    ///
    /// A label stands beside the line to its place, like a flag. From the right to the left, each
    /// goes into the lowest row where it is free, so that no line crosses a label.
    static func rows(
        _ labels: [(text: String, x: Double)],
        style: ChartStyle,
        measurer: any TextMeasurer
    ) -> [AnnotationRow] {
        var rows = [AnnotationRow(), AnnotationRow()]
        for (label, x) in labels.sorted(by: { $0.x > $1.x }) {
            let room = max(style.size.width - x - 4, x - 4)
            let text = measurer.fitted(label, style: style.label, width: min(room, 160))
            let width = measurer.width(of: text, style: style.label)
            let isRight = x + 4 + width <= style.size.width
            let left = isRight ? x + 4 : x - 4 - width
            let free = rows.indices.first { row in
                max(left + width, x) + 8 <= rows[row].used && x < rows[0].used
            }
            guard let free, !text.isEmpty else { continue }
            rows[free].labels.append(Label(text: text, x: x, left: left))
            rows[free].used = min(left, x)
        }
        return rows.filter { !$0.labels.isEmpty }
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
