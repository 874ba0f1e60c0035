/// Counts values, and keeps the largest of them: enough for the upper quantiles, exactly.
package struct UsageDigest: Hashable, Sendable {
    /// How many values there were.
    package private(set) var count = 0
    /// The largest ones; in descending order once `settle` was called.
    private var largest: [Double] = []
    private let capacity: Int
    private var isSettled = true
    /// Values up to this one are not among the largest any more.
    private var threshold = -1.0

    /// - Parameter capacity: How many values are kept, at least 2.
    package init(capacity: Int) {
        self.capacity = max(2, capacity)
    }

    /// Enough to know the 95th percentile of so many values.
    package init(points: Int) {
        self.init(capacity: max(0, points) / 20 + 2)
    }

    /// Takes a value in; what is no number from 0 on is none.
    package mutating func add(_ value: Double) {
        guard value >= 0, value.isFinite else { return }
        count += 1
        guard value > threshold else { return }
        largest.append(value)
        isSettled = false
        if largest.count >= 2 * capacity { settle() }
    }

    /// Sorts what is kept, and drops the rest.
    package mutating func settle() {
        largest.sort(by: >)
        if largest.count > capacity { largest.removeLast(largest.count - capacity) }
        if largest.count == capacity, let last = largest.last { threshold = last }
        isSettled = true
    }

    /// The largest value; nil if there is none.
    package var peak: Double? { largest.max() }

    /// The quantile by linear interpolation between order statistics, as `Quantile` has it.
    ///
    /// If more values came than it was made for, the lowest one that was kept may stand in, which
    /// is above the true one: never too little. Nil without values.
    package func quantile(_ share: Double) -> Double? {
        guard count > 0, (0...1).contains(share) else { return nil }
        let values = settled
        let position = Double(count - 1) * share
        let low = Int(position.rounded(.down))
        let fraction = position - Double(low)
        // The value of ascending rank r is the one of descending rank count - 1 - r.
        let lower = values[min(count - 1 - low, values.count - 1)]
        let upper = values[min(max(0, count - 2 - low), values.count - 1)]
        return fraction > 0 && upper != lower ? lower + (upper - lower) * fraction : lower
    }

    /// How many values are above `limit`; at most as many as are kept.
    package func count(above limit: Double) -> Int {
        settled.prefix { $0 > limit }.count
    }

    private var settled: [Double] {
        isSettled ? largest : largest.sorted(by: >)
    }
}
