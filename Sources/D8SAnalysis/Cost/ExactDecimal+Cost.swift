package import D8SModel

/// Arithmetic of amounts that the bounds of rates and quantities keep in range: at most 10^9 hours
/// with 9 digits, rates of at most 10^4 with 12. Beyond them, which no reader lets through, the
/// left side stays as it is.
extension ExactDecimal {
    /// The digits after the point that a measured quantity is rounded to.
    ///
    /// That happens once, half to even, before it is multiplied by a rate: what is money from there
    /// on is exact.
    package static let quantityScale = 9

    /// A measured quantity, as core-hours; 0 for what is not a number from 0 to 10^9.
    package init(quantity: Double) {
        self = Self.quantity(quantity) ?? .zero
    }

    /// The same; nil for what is not a number from 0 to 10^9.
    package static func quantity(_ value: Double) -> ExactDecimal? {
        guard value >= 0, value <= 1e9 else { return nil }
        let scaled = (value * 1e9).rounded(.toNearestOrEven)
        return ExactDecimal(coefficient: Int128(scaled), scale: quantityScale)
    }

    /// A rate that was measured, to 12 digits; nil for what is not a number from 0 to 10,000.
    package static func rate(_ value: Double) -> ExactDecimal? {
        guard value >= 0, value <= 10_000 else { return nil }
        let scaled = Int128((value * 1e12).rounded(.toNearestOrEven))
        return ExactDecimal(coefficient: scaled, scale: Rates.mostDigits)?.canonical
    }

    package func plus(_ other: ExactDecimal) -> ExactDecimal { adding(other) ?? self }

    package func minus(_ other: ExactDecimal) -> ExactDecimal { subtracting(other) ?? self }

    /// The exact product.
    package func times(_ other: ExactDecimal) -> ExactDecimal {
        multiplied(by: other, scale: min(scale + other.scale, Self.largestScale)) ?? self
    }

    /// What it comes to in a month of 730 hours if it is of so many hours; at most 6 digits, and
    /// never more than the true number (never nearer to 0, if negative).
    package func perMonth(of hours: Double) -> ExactDecimal {
        guard let hours = Self.quantity(hours), hours > .zero else { return .zero }
        let month = times(ExactDecimal(Rates.hoursPerMonth))
        guard let value = month.divided(by: hours, scale: 6) else { return .zero }
        guard value.times(hours) > month, let one = ExactDecimal(coefficient: 1, scale: 6) else {
            return value
        }
        return value.minus(one)
    }
}

extension Sequence<ExactDecimal> {
    /// The exact sum, the same in any order.
    package var total: ExactDecimal { ExactDecimal.sum(self) ?? .zero }
}
