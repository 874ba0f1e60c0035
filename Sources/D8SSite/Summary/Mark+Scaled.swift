import D8SCharts

extension Mark {
    /// The same mark drawn so many times as large, its letters and lines too.
    func scaled(by scale: Double) -> Mark {
        switch self {
        case .rectangle(let frame, let fill, let opacity, let radius):
            .rectangle(frame.scaled(scale), fill: fill, opacity: opacity, radius: radius * scale)
        case .rectangles(let frames, let fill):
            .rectangles(frames.map { $0.scaled(scale) }, fill: fill)
        case .line(let points, let ink, let width, let dash):
            .line(
                points.map { $0.scaled(scale) },
                ink: ink,
                width: width * scale,
                dash: dash.map { $0 * scale }
            )
        case .area(let points, let fill, let opacity):
            .area(points.map { $0.scaled(scale) }, fill: fill, opacity: opacity)
        case .circle(let center, let radius, let fill):
            .circle(center: center.scaled(scale), radius: radius * scale, fill: fill)
        case .text(let text, let at, let style, let ink, let anchor):
            .text(text, at: at.scaled(scale), style: style.scaled(scale), ink: ink, anchor: anchor)
        }
    }
}

extension Point {
    fileprivate func scaled(_ scale: Double) -> Point {
        Point(x: x * scale, y: y * scale)
    }
}

extension Frame {
    fileprivate func scaled(_ scale: Double) -> Frame {
        Frame(x: x * scale, y: y * scale, width: width * scale, height: height * scale)
    }
}

extension TextStyle {
    fileprivate func scaled(_ scale: Double) -> TextStyle {
        var style = self
        style.size *= scale
        return style
    }
}
