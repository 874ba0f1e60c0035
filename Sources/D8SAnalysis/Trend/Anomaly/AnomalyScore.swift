/// How odd one point of a series is.
package struct AnomalyScore: Equatable, Sendable {
    /// What was expected at this point, in the unit of the series; nil before anything is known.
    package let expected: Double?
    /// The 95 % interval for the point; nil as long as the history is too short.
    package let lower: Double?
    package let upper: Double?

    /// From 0 (like everything before) up to under 1 (like nothing before).
    ///
    /// Scored online, an event counts once: while it lasts, further points have the score 0 unless
    /// they are odder.
    package let score: Double

    /// Probability of a point at least as odd if nothing has changed; nil for a gap and as long as
    /// the history is too short.
    ///
    /// Unlike the score it is not silenced while an event lasts.
    package let p: Double?
}
