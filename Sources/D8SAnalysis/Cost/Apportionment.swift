package import D8SModel

/// Shares an amount so that the parts come to the whole, to its last digit.
package enum Apportionment {
    /// The parts of an amount in proportion to weights, by largest remainder (Hare–Niemeyer).
    ///
    /// Each part is cut to the digits of the whole (at least `scale`), and the units that are left
    /// go to the parts that lost most; of equals, to the first. Even parts if no weight is above
    /// 0; a negative weight counts as 0.
    package static func parts(
        of whole: ExactDecimal,
        by weights: [ExactDecimal],
        scale: Int = 2
    ) -> [ExactDecimal] {
        let scale = max(whole.scale, min(scale, ExactDecimal.largestScale))
        guard !weights.isEmpty, let shared = whole.at(scale) else { return [] }
        let units = coefficients(of: weights)
        let total = units.reduce(0, +)
        let even = [UInt128](repeating: 1, count: weights.count)
        let counts =
            total > 0
            ? split(shared.magnitude, units, total)
            : split(shared.magnitude, even, UInt128(weights.count))
        return counts.map { count in
            let size = Int128(clamping: count)
            return ExactDecimal(coefficient: shared < 0 ? -size : size, scale: scale) ?? .zero
        }
    }

    private static func split(
        _ whole: UInt128,
        _ weights: [UInt128],
        _ total: UInt128
    ) -> [UInt128] {
        let shares = weights.map { total.dividingFullWidth(whole.multipliedFullWidth(by: $0)) }
        var counts = shares.map(\.quotient)
        let left = whole - counts.reduce(0, +)
        let order = shares.indices.sorted {
            (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
        }
        for index in order.prefix(Int(clamping: left)) { counts[index] += 1 }
        return counts
    }

    /// The weights as whole numbers of one scale, small enough to be added up.
    private static func coefficients(of weights: [ExactDecimal]) -> [UInt128] {
        var scale = weights.map(\.scale).max() ?? 0
        let limit = UInt128.max / UInt128(weights.count)
        while true {
            let units = weights.map { $0 > .zero ? $0.at(scale)?.magnitude : 0 }
            let known = units.compactMap { $0 }.filter { $0 <= limit }
            if known.count == weights.count || scale == 0 { return units.map { $0 ?? limit } }
            scale -= 1
        }
    }
}

extension ExactDecimal {
    /// The whole number of units of 10^-`scale`, rounded; nil if there are too many.
    fileprivate func at(_ scale: Int) -> Int128? {
        let rounded = rounded(to: scale)
        return rounded.multiplied(by: ExactDecimal(1), scale: scale)?.coefficient
    }
}
