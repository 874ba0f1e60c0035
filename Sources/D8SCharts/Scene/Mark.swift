/// One thing to paint, in order from back to front.
package enum Mark: Hashable, Sendable {
    /// A filled rectangle, its corners rounded by `radius`.
    case rectangle(Frame, fill: Ink, opacity: Double = 1, radius: Double = 0)
    /// Many filled rectangles in one ink, painted at once; none may cover another.
    case rectangles([Frame], fill: Ink)
    /// Connected points; never closed.
    case line([Point], ink: Ink, width: Double, dash: [Double] = [])
    /// A closed and filled outline.
    case area([Point], fill: Ink, opacity: Double = 1)
    case circle(center: Point, radius: Double, fill: Ink)
    /// One line of text (never wrapped) whose baseline and anchor lie at `at`.
    case text(String, at: Point, style: TextStyle, ink: Ink, anchor: TextAnchor = .start)
}
