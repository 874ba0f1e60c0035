package import D8SModel

/// Why one span of days cost more or less than another: parts that add up to the difference
/// exactly.
///
/// For every kind of thing with a price (a SKU in its unit) the change is split as in price-volume
/// analysis: the price at the new quantity, the quantity at the old price. The quantities of one
/// service in one unit are then told apart into more of all of it, and other shares of dear and
/// cheap kinds.
package struct SpendChange: Hashable, Sendable {
    /// What a part of the change is due to.
    package enum Cause: String, Hashable, Sendable, CaseIterable {
        /// Another price for the same thing.
        case price
        /// More or less of the same things.
        case volume
        /// Dearer or cheaper kinds of the same service.
        case mix
        /// Was not charged before.
        case new
        /// Is not charged any more.
        case vanished
        /// Purchases, taxes, credits and adjustments.
        case other
        /// Charges without a quantity, of which nothing more can be said.
        case unexplained
    }

    package let now: Range<Day>
    package let before: Range<Day>
    package let amountNow: ExactDecimal
    package let amountBefore: ExactDecimal
    /// What each cause added; what added nothing is left out.
    ///
    /// Their sum is the difference.
    package let causes: [(cause: Cause, amount: ExactDecimal)]
    /// The greatest changes by service, the greatest size first.
    package let services: [Part]

    package struct Part: Hashable, Sendable {
        /// Nil: charges that name no service.
        package let service: String?
        package let before: ExactDecimal
        package let now: ExactDecimal

        package var difference: ExactDecimal { now.subtracting(before) ?? .zero }
    }

    package var difference: ExactDecimal { amountNow.subtracting(amountBefore) ?? .zero }

    package static func == (left: SpendChange, right: SpendChange) -> Bool {
        left.now == right.now && left.before == right.before
            && left.amountNow == right.amountNow && left.amountBefore == right.amountBefore
            && left.services == right.services
            && left.causes.elementsEqual(right.causes) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(now)
        hasher.combine(amountNow)
    }
}
