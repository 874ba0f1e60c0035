import D8SModel

/// How often values came within the intervals that were stated for them.
package struct CoverageScore: Hashable, Sendable {
    package private(set) var n = 0
    /// Values within an interval or on its ends.
    package private(set) var within = 0
    /// Values within an interval and not on its ends: less where values are whole seconds.
    package private(set) var inside = 0

    package init() {}

    package mutating func add(isWithin: Bool, isInside: Bool) {
        n += 1
        within += isWithin ? 1 : 0
        inside += isInside ? 1 : 0
    }

    /// Nil if there were no intervals.
    package var share: Double? { n > 0 ? Double(within) / Double(n) : nil }

    /// Whether intervals of 90 % keep their word: 88 to 92 % of the values come within them.
    ///
    /// A share of few values is uncertain. It speaks against the intervals only if the exact 95 %
    /// interval of the share (``ClopperPearson``) has nothing in common with 88…92 %; values on an
    /// end do not count against intervals that are too wide, since whole seconds leave no other
    /// end.
    package var isKept: Bool {
        guard let low = ClopperPearson.interval(within, of: n),
            let high = ClopperPearson.interval(inside, of: n)
        else { return false }
        return low.high >= Self.promised.lowerBound && high.low <= Self.promised.upperBound
    }

    private static let promised = 0.88...0.92
}
