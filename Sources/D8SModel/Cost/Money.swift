/// An amount of one currency; currencies are never added together.
package struct Money: Hashable, Sendable, CustomStringConvertible {
    package let amount: ExactDecimal
    package let currency: Currency

    package init(_ amount: ExactDecimal, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// The sum; nil for another currency, and if it has more than 38 digits.
    package func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        return amount.adding(other.amount).map { Money($0, currency) }
    }

    /// `12.5 USD`, exact; what people read is written by `Format`.
    package var description: String { "\(amount) \(currency)" }
}
