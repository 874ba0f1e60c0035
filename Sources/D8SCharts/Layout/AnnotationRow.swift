import D8SModel

/// Labels of annotations in one line above a plot.
struct AnnotationRow {
    struct Label {
        let text: String
        /// The place that it tells about.
        let x: Double
        let left: Double
    }

    /// Empty for the row of places whose labels found no room.
    private(set) var labels: [Label] = []
    private var used = -Double.infinity

    /// At most two rows, the first one next to the plot; an annotation whose label finds no room
    /// keeps its tick.
    static func rows(
        _ annotations: [EvidenceSeries.Annotation],
        scale: Scale,
        style: ChartStyle,
        measurer: any TextMeasurer
    ) -> [AnnotationRow] {
        var rows = [AnnotationRow(), AnnotationRow()]
        for annotation in annotations.sorted(by: { $0.time < $1.time }) {
            let x = scale.place(annotation.time)
            let text = measurer.fitted(annotation.label, style: style.label, width: 140)
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
}
