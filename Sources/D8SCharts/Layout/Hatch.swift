/// Thin strokes over what is not known, so that it differs from everything else without colour.
enum Hatch {
    static let ink = Ink.faint
    /// From one stroke to the next.
    static let step = 4.0

    /// Strokes of one pixel; those of all frames of a scene stand in line.
    static func strokes(in frame: Frame) -> [Frame] {
        let first = (frame.x / step).rounded(.up) * step
        let found = stride(from: first, to: frame.x + frame.width, by: step).map {
            Frame(x: $0, y: frame.y, width: 1, height: frame.height)
        }
        // What is narrower than a step is still seen.
        return found.isEmpty
            ? [Frame(x: frame.x, y: frame.y, width: min(frame.width, 1), height: frame.height)]
            : found
    }
}
