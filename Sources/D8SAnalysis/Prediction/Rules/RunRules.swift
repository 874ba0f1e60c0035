package import D8SModel

/// The rules of what is expected of the next runs.
package enum RunRules {
    /// Every rule, in the order in which the methods page explains them.
    package static let all: [Rule] = [RunExpectedToFail.rule]

    /// What is not as it should be.
    ///
    /// - Parameters:
    ///   - predictions: What is expected, and how what was foretold before came about.
    ///   - known: Findings of other rules; a pipeline that they are about is not told again.
    ///   - format: How numbers are written.
    ///   - asOf: The end of the night.
    /// - Returns: One finding for each pipeline that is expected to fail, by name.
    package static func findings(
        in predictions: RunPredictions,
        besides known: [Finding],
        format: Format,
        asOf: Instant
    ) -> [Finding] {
        let told = Set(known.map(\.entity))
        return predictions.next.compactMap { prediction in
            RunExpectedToFail.finding(prediction, format: format, asOf: asOf)
        }.filter { !told.contains($0.entity) }
    }

    /// How many tests were made: the proof behind a black page.
    package static func testCount(in predictions: RunPredictions) -> Int {
        predictions.next.count { $0.subject.kind == .pipeline && $0.failure != nil }
    }
}
