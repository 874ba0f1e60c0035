/// Kendall's score of a series: how many pairs rise less how many fall.
struct KendallScore {
    let score: Int
    /// Of the score if the order of the values is random, ties accounted for (Kendall 1975, *Rank
    /// Correlation Methods*, section 4.4).
    let variance: Double
    let count: Int
    let pairs: Int

    /// Values must not hold a NaN.
    init(_ values: [Double]) {
        var keys = values
        var marks = [Int32](repeating: 0, count: values.count)
        let discordant = Self.sort(&keys, &marks)
        let tied = Self.ties(keys)
        count = values.count
        pairs = values.count * (values.count - 1) / 2
        score = pairs - tied.pairs - 2 * discordant
        variance = Self.variance(count, tied.term)
    }

    /// The variance alone, summed over the groups of points.
    static func variance(_ points: SlopePoints) -> Double {
        var sum = 0.0
        for group in points.groups {
            var keys = Array(points.exact[group])
            var marks = [Int32](repeating: 0, count: keys.count)
            _ = sort(&keys, &marks)
            sum += variance(group.count, ties(keys).term)
        }
        return sum
    }

    private static func variance(_ count: Int, _ ties: Double) -> Double {
        let n = Double(count)
        return (n * (n - 1) * (2 * n + 5) - ties) / 18
    }

    /// Number of tied pairs and Σ t(t − 1)(2t + 5) over the runs of equal values.
    private static func ties(_ sorted: [Double]) -> (pairs: Int, term: Double) {
        var (pairs, term, start) = (0, 0.0, 0)
        for index in 1..<max(1, sorted.count + 1) {
            if index < sorted.count, sorted[index] == sorted[start] { continue }
            let run = index - start
            pairs += run * (run - 1) / 2
            let t = Double(run)
            term += t * (t - 1) * (2 * t + 5)
            start = index
        }
        return (pairs, term)
    }

    /// Sorts keys and marks; the number of inversions.
    static func sort(_ keys: inout [Double], _ marks: inout [Int32]) -> Int {
        var spareKeys = keys
        var spareMarks = marks
        return keys.withUnsafeMutableBufferPointer { keys in
            marks.withUnsafeMutableBufferPointer { marks in
                spareKeys.withUnsafeMutableBufferPointer { spareKeys in
                    spareMarks.withUnsafeMutableBufferPointer { spareMarks in
                        Inversions.sort(keys, marks, spare: (spareKeys, spareMarks))
                    }
                }
            }
        }
    }
}
