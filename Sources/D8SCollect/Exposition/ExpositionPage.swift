package import D8SModel

/// What was read of an exposition: a page, or a part of a long file.
package struct ExpositionPage: Sendable {
    package internal(set) var round: SampleRound
    /// What is new of the families since the reader began.
    package internal(set) var metrics: [Metric]
    /// Samples that there were, with those that were dropped or stood twice.
    package internal(set) var samples = 0
    /// Samples of a series that the page has at the same time already; the first one counts.
    package internal(set) var repeated = 0
    /// Series that the reader had not met before.
    package internal(set) var newSeries = 0
    /// For each series of the round's list, whether the page itself says when its samples are of.
    package internal(set) var hasOwnTimes: Set<Int32> = []
    /// Lines that could not be used, where faults are left out: the first 100 of them.
    package internal(set) var faults: [ExpositionFault] = []
    /// How many lines could not be used.
    package internal(set) var faultCount = 0
}
