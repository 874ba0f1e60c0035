/// Labels in one row under a plot, centred under their places; what would touch its neighbour or
/// leave the scene is moved or left out.
struct FootLabels {
    let style: ChartStyle

    func marks(
        _ labels: [(text: String, x: Double)],
        in plot: Plot,
        measurer: any TextMeasurer
    ) -> [Mark] {
        var marks: [Mark] = [], used = -Double.infinity
        for label in labels {
            let width = measurer.width(of: label.text, style: style.label)
            let left = min(max(label.x - width / 2, 0), plot.size.width - width)
            guard left >= max(used, 0) else { continue }
            let place = Point(x: left, y: plot.bottom + style.label.size + 6)
            marks.append(.text(label.text, at: place, style: style.label, ink: .muted))
            used = left + width + 8
        }
        return marks
    }
}
