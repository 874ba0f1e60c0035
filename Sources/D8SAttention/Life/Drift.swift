/// Which way a magnitude went, small moves left out.
enum Drift {
    case up, level, down

    /// Compares with the magnitude last told; a move within `margin` of it (relative) is level.
    ///
    /// Numbers that are not finite tell nothing and are level.
    init(from told: Double, to now: Double, margin: Double) {
        let span = abs(told) * margin
        guard told.isFinite, now.isFinite, span.isFinite else {
            self = .level
            return
        }
        self = now > told + span ? .up : now < told - span ? .down : .level
    }
}
