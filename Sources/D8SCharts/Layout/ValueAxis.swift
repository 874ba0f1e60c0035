/// The ticks of the value axis with their horizontal lines.
struct ValueAxis {
    let ticks: [Tick]
    let style: ChartStyle
    /// The width of the labels with the space after them.
    let room: Double

    init(ticks: [Tick], style: ChartStyle, measurer: any TextMeasurer) {
        self.ticks = ticks
        self.style = style
        let widest = ticks.map { measurer.width(of: $0.label, style: style.label) }.max()
        room = widest.map { min($0, style.size.width * 0.3) + 8 } ?? 0
    }

    func marks(in plot: Plot, scale: Scale, measurer: any TextMeasurer) -> [Mark] {
        ticks.flatMap { tick -> [Mark] in
            let y = scale.place(tick.value).onPixel
            let label = measurer.fitted(tick.label, style: style.label, width: room - 8)
            let line = [Point(x: plot.left, y: y), Point(x: plot.right, y: y)]
            let place = Point(x: plot.left - 8, y: y + style.middle)
            return [
                .line(line, ink: .line, width: 1),
                .text(label, at: place, style: style.label, ink: .muted, anchor: .end),
            ]
        }
    }
}

extension Double {
    /// The middle of the nearest pixel: a line of one pixel there is sharp.
    var onPixel: Double { (self - 0.5).rounded() + 0.5 }
}
