import D8SModel
import Testing

@testable import D8SCharts

/// Records an issue for each mark that is not inside of the scene, in finite numbers, its text
/// readable.
func expectInside(_ chart: any Chart, _ size: Size) {
    let measurer = PlainMeasurer()
    let scene = chart.scene(size: size, measurer: measurer)
    #expect(scene.size == size)
    for mark in scene.marks {
        let fault = problem(with: mark, in: size, measurer)
        #expect(fault == nil, "\(mark) in \(size): \(fault ?? "")")
    }
}

private func problem(
    with mark: Mark,
    in size: Size,
    _ measurer: PlainMeasurer
) -> String? {
    // Half of a line's width, or a dot's, may reach over the place itself.
    let slack = 4.0
    switch mark {
    case .text(let text, let at, let style, _, let anchor):
        let width = measurer.width(of: text, style: style)
        let left = anchor == .start ? at.x : anchor == .end ? at.x - width : at.x - width / 2
        if style.size < 11 { return "small" }
        if text.unicodeScalars.contains(where: { $0 == "\u{202e}" || $0.value < 32 }) {
            return "control character"
        }
        return left >= -0.01 && left + width <= size.width + 0.01 && at.y >= 0
            && at.y <= size.height ? nil : "text outside"
    case .rectangle(let frame, _, _, _):
        return isInside(corners(of: frame), size, slack) ? nil : "outside"
    case .rectangles(let frames, _):
        return isInside(frames.flatMap(corners), size, slack) ? nil : "outside"
    case .line(let points, _, _, _), .area(let points, _, _):
        return isInside(points, size, slack) ? nil : "outside"
    case .circle(let center, _, _):
        return isInside([center], size, slack) ? nil : "outside"
    }
}

private func corners(of frame: Frame) -> [Point] {
    [
        Point(x: frame.x, y: frame.y),
        Point(x: frame.x + frame.width, y: frame.y + frame.height),
    ]
}

private func isInside(_ points: [Point], _ size: Size, _ slack: Double) -> Bool {
    points.allSatisfy {
        $0.x >= -slack && $0.x <= size.width + slack && $0.y >= -slack
            && $0.y <= size.height + slack
    }
}
