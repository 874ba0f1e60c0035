package import D8SModel

/// A place at which a series changed for good.
package struct Shift: Equatable, Sendable {
    /// What changed.
    package enum Kind: String, Sendable {
        /// The level: the numbers are in the unit of the series.
        case level
        /// The slope: the numbers are in that unit per step.
        case slope
        /// The spread: the numbers are standard deviations, in that unit.
        case spread
    }

    package let kind: Kind
    /// Index of the first point after the change.
    package let index: Int
    /// Indexes between which the change began, with 95 % confidence.
    package let place: ClosedRange<Int>
    /// What it was up to the change, since the one before.
    package let before: Double
    /// What it is from the change on, until the next one.
    package let after: Double
    /// The 95 % interval of the effect.
    package let interval: Interval
    /// Probability of a change as clear as this somewhere in a series that has none, given how its
    /// neighbouring points depend on each other.
    package let p: Double

    /// After minus before.
    package var effect: Double { after - before }

    /// The same in a series with gaps, of whose values those at the indexes `known` were searched.
    func among(_ known: [Int]) -> Shift {
        Shift(
            kind: kind,
            index: known[index],
            place: known[place.lowerBound]...known[place.upperBound],
            before: before,
            after: after,
            interval: interval,
            p: p
        )
    }
}
