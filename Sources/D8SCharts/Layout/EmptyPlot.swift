import D8SModel

/// What stands in the place of a chart that has nothing to draw.
enum EmptyPlot {
    static func scene(
        title: String,
        size: Size,
        format: Format,
        measurer: any TextMeasurer
    ) -> Scene {
        let style = ChartStyle(size: size)
        let words = format.value(nil, .count)
        let text = measurer.fitted(words, style: style.label, width: max(size.width - 8, 0))
        let y = size.height / 2 + style.middle
        guard !text.isEmpty, size.height >= style.lineHeight else {
            return Scene(size: size, title: title)
        }
        return Scene(
            size: size,
            marks: [
                .text(
                    text,
                    at: Point(x: size.width / 2, y: y),
                    style: style.label,
                    ink: .muted,
                    anchor: .middle
                )
            ],
            title: title
        )
    }
}
