package import D8SModel

/// By how much one sample lies above another: the median of all differences (Hodges & Lehmann 1963,
/// "Estimates of Location Based on Rank Tests").
package struct HodgesLehmann: Hashable, Sendable {
    /// First less second, in their unit.
    package let shift: Double
    /// The differences that the rank-sum test does not exclude at 5 % (Lehmann 1963; Hollander &
    /// Wolfe 1999, section 4.3), by the normal approximation of the ranks; nil with so few values
    /// that nothing can be excluded.
    package let interval: Interval?

    /// Nil if a sample is empty or holds a value that is not finite; O((m + n) log) without forming the differences.
    package init?(_ first: [Double], minus second: [Double]) {
        guard !first.isEmpty, !second.isEmpty,
            first.allSatisfy(\.isFinite), second.allSatisfy(\.isFinite)
        else { return nil }
        let (one, two) = (first.sorted(), second.sorted())
        let pairs = one.count * two.count
        guard let low = Differences.value(at: (pairs - 1) / 2, of: one, minus: two),
            let high = Differences.value(at: pairs / 2, of: one, minus: two)
        else { return nil }
        shift = low == high ? low : low + (high - low) / 2
        interval = Self.interval(one, two, pairs)
    }

    private static func interval(_ one: [Double], _ two: [Double], _ pairs: Int) -> Interval? {
        let all = Double(one.count + two.count + 1)
        let reach = Normal.z95 * (Double(pairs) * all / 12).squareRoot()
        let rank = Int((Double(pairs) / 2 - reach).rounded(.down)) - 1
        guard rank >= 0,
            let low = Differences.value(at: rank, of: one, minus: two),
            let high = Differences.value(at: pairs - 1 - rank, of: one, minus: two)
        else { return nil }
        return Interval(low: low, high: high)
    }
}
