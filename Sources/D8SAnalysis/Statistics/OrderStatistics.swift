package import D8SModel

/// A distribution-free interval for a quantile from two order statistics.
///
/// The number of values below the true quantile is binomial, so that the ranks follow from its
/// distribution alone (Hahn & Meeker 1991, *Statistical Intervals*, section 5.2; David & Nagaraja
/// 2003, *Order Statistics*, section 7.1). The tails hold at most 2.5 % each.
package enum OrderStatistics {
    /// The 95 % interval for the quantile of ascending values; nil if there are too few (under 6
    /// for a median).
    package static func interval(_ share: Double, sorted values: [Double]) -> Interval? {
        guard let (low, high) = ranks(share, of: values.count) else { return nil }
        return Interval(low: values[low - 1], high: values[high - 1])
    }

    /// The same for values in any order, whose order is lost.
    package static func interval(
        _ share: Double,
        selectingIn values: UnsafeMutableBufferPointer<Double>
    ) -> Interval? {
        guard let (low, high) = ranks(share, of: values.count) else { return nil }
        guard !values.contains(where: \.isNaN) else { return nil }
        Selection.place(low - 1, in: values)
        let first = values[low - 1]
        Selection.place(high - 1, in: values)
        return Interval(low: first, high: values[high - 1])
    }

    /// Ranks from 1 of the lower and the upper end.
    static func ranks(_ share: Double, of count: Int) -> (low: Int, high: Int)? {
        guard count > 0, share > 0, share < 1 else { return nil }
        let (start, masses) = masses(of: count, share: share)
        var below = 0.0
        var low = start
        var high: Int?
        for (offset, mass) in masses.enumerated() {
            below += mass
            if below <= 0.025 { low = start + offset + 1 }
            if below >= 0.975, high == nil { high = start + offset + 1 }
        }
        guard let high, low >= 1, high <= count, low < high else { return nil }
        return (low, high)
    }

    /// The probabilities of every count that is not negligible, from `start` on.
    private static func masses(of count: Int, share: Double) -> (start: Int, [Double]) {
        let centre = Int(Double(count) * share)
        let middle = Binomial.mass(centre, of: count, share: share)
        let odds = share / (1 - share)
        var down: [Double] = []
        var term = middle
        var index = centre
        while index > 0, term > 1e-18 {
            term *= Double(index) / Double(count - index + 1) / odds
            index -= 1
            down.append(term)
        }
        var up: [Double] = []
        term = middle
        index = centre
        while index < count, term > 1e-18 {
            term *= Double(count - index) / Double(index + 1) * odds
            index += 1
            up.append(term)
        }
        return (centre - down.count, down.reversed() + [middle] + up)
    }
}
