extension Scene: CustomStringConvertible {
    /// A line for each mark, coordinates to a tenth: what tests compare and people read.
    package var description: String {
        let head = "scene \(size.width.short)x\(size.height.short) “\(title)”"
        return ([head] + marks.map(\.description)).joined(separator: "\n")
    }
}

extension Mark: CustomStringConvertible {
    /// `line series 1.25 0,10 5,8`.
    package var description: String {
        switch self {
        case .rectangle(let frame, let fill, let opacity, let radius):
            return "rectangle \(fill) \(frame.short)" + note("opacity", opacity, unless: 1)
                + note("radius", radius, unless: 0)
        case .rectangles(let frames, let fill):
            return "rectangles \(fill) " + frames.map(\.short).joined(separator: " ")
        case .line(let points, let ink, let width, let dash):
            let dashes = dash.isEmpty ? "" : " dash \(dash.map(\.short).joined(separator: ","))"
            return "line \(ink) \(width)\(dashes) \(places(points))"
        case .area(let points, let fill, let opacity):
            return "area \(fill) \(places(points))" + note("opacity", opacity, unless: 1)
        case .circle(let center, let radius, let fill):
            return "circle \(fill) \(radius.short) \(places([center]))"
        case .text(let text, let at, let style, let ink, let anchor):
            let weight = style.weight == .regular ? "" : " \(style.weight)"
            return "text \(ink) \(style.size.short)\(weight) \(anchor) \(places([at])) “\(text)”"
        }
    }

    private func note(_ name: String, _ value: Double, unless plain: Double) -> String {
        value == plain ? "" : " \(name) \(value.short)"
    }

    private func places(_ points: [Point]) -> String {
        points.map { "\($0.x.short),\($0.y.short)" }.joined(separator: " ")
    }
}

extension Frame {
    /// `0,10 5x8`.
    fileprivate var short: String { "\(x.short),\(y.short) \(width.short)x\(height.short)" }
}

extension Double {
    /// To a tenth, without a zero after the point.
    fileprivate var short: String {
        let tenths = (self * 10).rounded() / 10
        return Int(exactly: tenths).map(String.init) ?? String(tenths)
    }
}
