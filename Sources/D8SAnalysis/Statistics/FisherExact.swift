import Foundation

/// Fisher's exact test of two shares (Fisher 1935, *The Design of Experiments*), one-sided.
package enum FisherExact {
    /// Probability of the first share being as high as it is, or higher, if both are the same; nil
    /// for counts that make no sense.
    package static func higher(
        _ first: (part: Int, whole: Int),
        than second: (part: Int, whole: Int)
    ) -> Double? {
        guard (0...max(0, first.whole)).contains(first.part),
            (0...max(0, second.whole)).contains(second.part)
        else { return nil }
        let parts = first.part + second.part
        return tail(from: first.part, parts: parts, first.whole, second.whole)
    }

    /// The smallest probability that these totals can give: with all parts in the first group.
    package static func smallest(parts: Int, first: Int, second: Int) -> Double {
        tail(from: min(parts, first), parts: parts, first, second)
    }

    /// Upper tail of the hypergeometric distribution.
    private static func tail(from start: Int, parts: Int, _ first: Int, _ second: Int) -> Double {
        let lowest = max(0, parts - second)
        guard start > lowest else { return 1 }
        var sum = 0.0
        for count in start...max(start, min(parts, first)) {
            let log =
                Binomial.logChoose(first, count) + Binomial.logChoose(second, parts - count)
                - Binomial.logChoose(first + second, parts)
            sum += exp(log)
        }
        return min(1, sum)
    }
}
