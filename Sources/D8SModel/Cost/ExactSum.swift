/// A sum of decimal numbers that is exact, and the same in any order of its parts.
///
/// Parts of one scale are added as whole numbers. Where that is not enough, the sum so far is
/// moved to a wider place: its whole part and its fraction apart.
package struct ExactSum: Sendable {
    private var run: Int128 = 0
    private var scale = 0
    private var whole: Int128 = 0
    /// In units of 10^-28, of either sign.
    private var fraction: Int128 = 0
    private var isWide = false
    /// How often the whole part has left its range upwards, in units of 2^128.
    private var turns = 0

    package init() {}

    package mutating func add(_ value: ExactDecimal) {
        if value.scale > scale { widen(to: value.scale) }
        var part = value.coefficient
        if value.scale < scale {
            let factor = Int128(PowersOfTen[scale - value.scale])
            let (product, isTooLarge) = part.multipliedReportingOverflow(by: factor)
            if isTooLarge { return spill(value.coefficient, value.scale) }
            part = product
        }
        let (sum, isTooLarge) = run.addingReportingOverflow(part)
        if isTooLarge { return spill(value.coefficient, value.scale) }
        run = sum
    }

    /// The sum; nil if it does not fit.
    package var value: ExactDecimal? {
        if !isWide, run != .min { return ExactDecimal(unchecked: run, scale: scale) }
        var sum = self
        sum.spill(run, scale)
        return sum.turns == 0 ? sum.joined : nil
    }

    private mutating func widen(to scale: Int) {
        let factor = Int128(PowersOfTen[scale - self.scale])
        let (product, isTooLarge) = run.multipliedReportingOverflow(by: factor)
        if isTooLarge {
            spill(run, self.scale)
            run = 0
        } else {
            run = product
        }
        self.scale = scale
    }

    private mutating func spill(_ coefficient: Int128, _ scale: Int) {
        let unit = Int128(PowersOfTen[ExactDecimal.largestScale])
        let parts = coefficient.quotientAndRemainder(dividingBy: Int128(PowersOfTen[scale]))
        fraction += parts.remainder * Int128(PowersOfTen[ExactDecimal.largestScale - scale])
        let carry = fraction.quotientAndRemainder(dividingBy: unit)
        fraction = carry.remainder
        take(parts.quotient)
        take(carry.quotient)
        isWide = true
    }

    private mutating func take(_ part: Int128) {
        let (sum, isTooLarge) = whole.addingReportingOverflow(part)
        whole = sum
        if isTooLarge { turns += part < 0 ? -1 : 1 }
    }

    /// The wide places as one number, with as many digits after the point as it needs.
    private var joined: ExactDecimal? {
        let rest = ExactDecimal(unchecked: fraction, scale: ExactDecimal.largestScale).canonical
        let factor = Int128(PowersOfTen[rest.scale])
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: factor)
        let (sum, isTooLargeWithRest) = product.addingReportingOverflow(rest.coefficient)
        guard !isTooLarge, !isTooLargeWithRest, sum != .min else { return nil }
        return ExactDecimal(unchecked: sum, scale: rest.scale)
    }
}
