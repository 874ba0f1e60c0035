/// The buckets of a classic histogram at one step: counts of what is at most a bound.
struct Buckets {
    struct Bucket {
        let bound: Double
        var count: Double
    }

    private var buckets: [Bucket] = []
    /// Whether counts fell from one bucket to the next, and were raised.
    private(set) var isForced = false

    /// Buckets in ascending order of their bounds; those of the same bound count together.
    init(sorted: [Bucket]) {
        for bucket in sorted {
            if let last = buckets.last, last.bound == bucket.bound {
                buckets[buckets.count - 1].count += bucket.count
            } else {
                buckets.append(bucket)
            }
        }
    }

    /// The quantile by a straight line within its bucket (Prometheus' `BucketQuantile`).
    ///
    /// NaN without a bucket up to infinity, without another one, or without observations.
    mutating func quantile(_ quantile: Double) -> Double {
        if quantile.isNaN { return .nan }
        if quantile < 0 { return -.infinity }
        if quantile > 1 { return .infinity }
        guard buckets.last?.bound == .infinity else { return .nan }
        makeMonotonic()
        guard buckets.count > 1, let total = buckets.last?.count, total != 0 else { return .nan }
        var rank = quantile * total
        let last = buckets.count - 1
        let place = buckets[..<last].firstIndex { $0.count >= rank } ?? last
        if place == last { return buckets[last - 1].bound }
        let end = buckets[place].bound
        if place == 0, end <= 0 { return end }
        guard place > 0 else { return end * (rank / buckets[0].count) }
        let before = buckets[place - 1]
        rank -= before.count
        return before.bound
            + (end - before.bound) * (rank / (buckets[place].count - before.count))
    }

    /// The share of observations between two bounds (Prometheus' `BucketFraction`).
    func fraction(from lower: Double, to upper: Double) -> Double {
        guard let last = buckets.last, last.bound == .infinity else { return .nan }
        guard last.count != 0, !lower.isNaN, !upper.isNaN else { return .nan }
        if lower >= upper { return 0 }
        return (rank(of: upper) - rank(of: lower)) / last.count
    }

    /// How many observations are at most so large.
    private func rank(of value: Double) -> Double {
        var below = 0.0
        var start = buckets[0].bound > 0 ? 0 : -Double.infinity
        for bucket in buckets {
            if start >= value { return below }
            if bucket.bound > value {
                if start == -.infinity { return bucket.count }
                return below + (bucket.count - below) * (value - start) / (bucket.bound - start)
            }
            below = bucket.count
            start = bucket.bound
        }
        return below
    }

    private mutating func makeMonotonic() {
        var before = buckets[0].count
        for place in buckets.indices.dropFirst() {
            let count = buckets[place].count
            if count == before { continue }
            if Self.isAlmost(before, count) {
                buckets[place].count = before
            } else if count < before {
                buckets[place].count = before
                isForced = true
            } else {
                before = count
            }
        }
    }

    /// Differences of a trillionth are errors of rounding.
    private static func isAlmost(_ left: Double, _ right: Double) -> Bool {
        let sum = left.magnitude + right.magnitude
        let difference = (left - right).magnitude
        if left == 0 || right == 0 || sum < .leastNormalMagnitude {
            return difference < 1e-12 * .leastNormalMagnitude
        }
        return difference / min(sum, .greatestFiniteMagnitude) < 1e-12
    }
}
