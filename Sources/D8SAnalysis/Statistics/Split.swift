import Foundation

/// The place in a sequence at which its level most likely changed.
///
/// The maximum-likelihood split into two levels: of a share (binomial), or of values with normal
/// errors (least squares on their logarithms). It says where, not whether: that is a test's task.
package enum Split {
    /// The first index of the second part for shares; nil with fewer than two counts.
    package static func ofShares(_ counts: [(part: Int, whole: Int)]) -> Int? {
        best(counts.count) { first, second in
            likelihood(counts[first]) + likelihood(counts[second])
        }
    }

    /// The first index of the second part for positive values; nil with fewer than two.
    package static func ofValues(_ values: [Double]) -> Int? {
        let logs = values.map { log(max($0, 1)) }
        return best(values.count) { first, second in
            -squares(logs[first]) - squares(logs[second])
        }
    }

    private static func best(
        _ count: Int,
        _ score: (Range<Int>, Range<Int>) -> Double
    ) -> Int? {
        guard count >= 2 else { return nil }
        var best = (index: 1, score: -Double.infinity)
        for index in 1..<count {
            let score = score(0..<index, index..<count)
            if score > best.score { best = (index, score) }
        }
        return best.index
    }

    private static func likelihood(_ counts: ArraySlice<(part: Int, whole: Int)>) -> Double {
        let part = Double(counts.reduce(0) { $0 + $1.part })
        let whole = Double(counts.reduce(0) { $0 + $1.whole })
        guard part > 0, part < whole else { return 0 }
        return part * log(part / whole) + (whole - part) * log(1 - part / whole)
    }

    private static func squares(_ values: ArraySlice<Double>) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
