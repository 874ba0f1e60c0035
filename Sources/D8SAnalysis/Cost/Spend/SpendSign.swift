package import D8SModel

/// A part of the spend that left its course, before it is known how many parts were looked at.
package struct SpendSign: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The daily cost is on another level than before.
        case shift
        /// Some days cost more than such days do.
        case odd
    }

    package let kind: Kind
    package let part: SpendPart
    /// The only account that is charged for the part; nil if several are, or none is named.
    package let account: String?
    /// What a day cost before, and costs since.
    package let before: Double
    package let after: Double
    package let since: Day
    /// Whether `before` and `after` are without the week's rhythm.
    package let isWithoutWeek: Bool
    /// Probability of as clear a sign in a spend that goes its course.
    package let p: Double
    /// The daily cost of use up to the last day looked at; nil on days without any charge.
    package let daily: [Double?]
    package let firstDay: Day
}
