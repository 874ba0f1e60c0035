package import D8SModel

/// What is expected of the next run of a pipeline or a task.
package struct RunPrediction: Sendable {
    /// Why something is not said.
    package enum Withheld: Hashable, Sendable {
        /// So few runs were foretold so far.
        case few(Int)
        /// What was foretold is no better than the base rate.
        case unskilled
        /// What was foretold did not come about as often as was said.
        case uncalibrated
    }

    package let subject: RunSubject
    /// Runs that ended, those that failed among them.
    package let runs: Int
    package let failures: Int
    /// When the last of them ended.
    package let last: Instant
    /// Probability that the next run fails, with its 90 % interval; nil if it is withheld.
    package let failure: Double?
    package let failureInterval: Interval?
    package let failureWithheld: Withheld?
    package let failureScore: ProbabilityScore
    /// Seconds that the next run takes if it succeeds, the median and the 90 % interval; nil if it is
    /// withheld.
    package let duration: Double?
    package let durationInterval: Interval?
    package let durationWithheld: Withheld?
    package let durationScore: CoverageScore
}
