extension ExactDecimal {
    /// The exact sum; nil if it does not fit.
    package func adding(_ other: ExactDecimal) -> ExactDecimal? {
        if scale == other.scale {
            let (sum, isTooLarge) = coefficient.addingReportingOverflow(other.coefficient)
            if !isTooLarge, sum != .min { return ExactDecimal(unchecked: sum, scale: scale) }
        }
        var total = ExactSum()
        total.add(self)
        total.add(other)
        return total.value
    }

    package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
        adding(other.negated)
    }

    /// The exact sum of all, the same in any order; nil if it does not fit.
    package static func sum(_ values: some Sequence<ExactDecimal>) -> ExactDecimal? {
        var total = ExactSum()
        for value in values { total.add(value) }
        return total.value
    }

    /// The product, rounded half to even to `scale` digits after the point; nil if it does not fit.
    package func multiplied(by other: ExactDecimal, scale: Int) -> ExactDecimal? {
        var product = WideInteger(coefficient.magnitude, times: other.coefficient.magnitude)
        let surplus = self.scale + other.scale - scale
        if surplus < 0, !product.multiply(byTenToThe: -surplus) { return nil }
        guard let rounded = product.divided(byTenToThe: max(0, surplus)) else { return nil }
        let isNegative = isNegative != other.isNegative
        return ExactDecimal(coefficient: isNegative ? -rounded : rounded, scale: scale)
    }

    /// The quotient, rounded half to even to `scale` digits after the point.
    ///
    /// Nil for a division by zero, and if it does not fit.
    package func divided(by other: ExactDecimal, scale: Int) -> ExactDecimal? {
        guard !other.isZero, (0...Self.largestScale).contains(scale) else { return nil }
        var numerator = WideInteger(coefficient.magnitude)
        var divisor = other.coefficient.magnitude
        let shift = scale + other.scale - self.scale
        if shift >= 0 {
            guard numerator.multiply(byTenToThe: shift) else { return nil }
        } else {
            let (product, isHuge) = divisor.multipliedReportingOverflow(by: PowersOfTen[-shift])
            // Less than half of the last digit: the numerator has 127 bits, the divisor over 128.
            if isHuge { return ExactDecimal(coefficient: 0, scale: scale) }
            divisor = product
        }
        guard let quotient = numerator.divided(by: divisor) else { return nil }
        let isNegative = isNegative != other.isNegative
        return ExactDecimal(coefficient: isNegative ? -quotient : quotient, scale: scale)
    }

    /// The same number with at most `scale` digits after the point, rounded half to even.
    package func rounded(to scale: Int) -> ExactDecimal {
        guard scale >= 0, scale < self.scale else { return self }
        let whole = WideInteger(coefficient.magnitude).divided(byTenToThe: self.scale - scale)
        guard let whole else { return self }
        return ExactDecimal(unchecked: isNegative ? -whole : whole, scale: scale)
    }
}
