/// Labels in one line above a plot, each over its place.
struct AnnotationRow {
    struct Label {
        let text: String
        /// The place that it tells about.
        let x: Double
        let left: Double
    }

    private(set) var labels: [Label] = []
    private var used = -Double.infinity

    /// At most two rows, the first one next to the plot; a label that finds no room is left out.
    static func rows(
        _ labels: [(text: String, x: Double)],
        style: ChartStyle,
        measurer: any TextMeasurer
    ) -> [AnnotationRow] {
        var rows = [AnnotationRow(), AnnotationRow()]
        for (label, x) in labels.sorted(by: { $0.x < $1.x }) {
            let text = measurer.fitted(label, style: style.label, width: 160)
            let width = measurer.width(of: text, style: style.label)
            guard width <= style.size.width else { continue }
            let left = min(max(x - width / 2, 0), style.size.width - width)
            let label = Label(text: text, x: x, left: left)
            if let row = rows.indices.first(where: { left >= rows[$0].used }) {
                rows[row].labels.append(label)
                rows[row].used = left + width + 10
            }
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
                let line = [Point(x: label.x, y: y + 3), Point(x: label.x, y: lineEnd)]
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
