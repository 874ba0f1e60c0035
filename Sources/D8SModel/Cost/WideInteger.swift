/// A whole number of 256 bits without a sign, for what stands between two steps of exact arithmetic.
struct WideInteger {
    private var high: UInt128
    private var low: UInt128
    /// Whether a division took away more than zeros: the number was a little larger.
    private var isCut = false

    init(_ value: UInt128) {
        (high, low) = (0, value)
    }

    /// The whole product of two numbers.
    init(_ left: UInt128, times right: UInt128) {
        let product = left.multipliedFullWidth(by: right)
        (high, low) = (product.high, product.low)
    }

    /// Multiplies by a power of ten.
    ///
    /// - Returns: False if the product has more than 256 bits; the number is then of no use.
    mutating func multiply(byTenToThe power: Int) -> Bool {
        var left = power
        while left > 0 {
            let step = min(left, 38)
            guard multiply(by: PowersOfTen[step]) else { return false }
            left -= step
        }
        return true
    }

    /// The quotient by a power of ten, rounded half to even; nil if it has more than 127 bits.
    consuming func divided(byTenToThe power: Int) -> Int128? {
        if power > 38 { cut(by: PowersOfTen[power - 38]) }
        return divided(by: PowersOfTen[min(power, 38)])
    }

    /// The quotient, rounded half to even; nil if it has more than 127 bits.
    func divided(by divisor: UInt128) -> Int128? {
        guard high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth((high, low))
        let rest = divisor - remainder
        let isHalf = remainder == rest
        let isUp = remainder > rest || (isHalf && (isCut || quotient & 1 == 1))
        guard quotient < UInt128(Int128.max) else { return nil }
        return Int128(quotient) + (isUp ? 1 : 0)
    }

    static func < (left: WideInteger, right: WideInteger) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    private mutating func multiply(by factor: UInt128) -> Bool {
        let lower = low.multipliedFullWidth(by: factor)
        let (upper, isTooLarge) = high.multipliedReportingOverflow(by: factor)
        let (sum, hasCarry) = upper.addingReportingOverflow(lower.high)
        (high, low) = (sum, lower.low)
        return !isTooLarge && !hasCarry
    }

    /// Divides without rounding, and remembers whether anything was left.
    private mutating func cut(by divisor: UInt128) {
        let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (lower, remainder) = divisor.dividingFullWidth((rest, low))
        (high, low) = (upper, lower)
        isCut = isCut || remainder != 0
    }
}
