/// A decimal number that is kept to its last digit: money, prices, quantities.
///
/// A coefficient of up to 127 bits (38 digits) and a scale: `12.50` is 1250 with the scale 2. Two
/// values are equal if they are the same number, however many zeros end them. What does not fit is
/// nil, never another number.
package struct ExactDecimal: Hashable, Comparable, Sendable {
    /// The upper half of the coefficient; in two halves a value takes 24 bytes and not 32.
    private let high: Int64
    private let low: UInt64
    private let places: UInt8

    /// The most digits after the point: those of the decimal numbers that billing systems use.
    package static let largestScale = 28

    package static let zero = ExactDecimal(unchecked: 0, scale: 0)

    /// `coefficient` × 10^-`scale`; nil for a scale that is not 0 to 28.
    package init?(coefficient: Int128, scale: Int) {
        guard (0...Self.largestScale).contains(scale), coefficient != .min else { return nil }
        self.init(unchecked: coefficient, scale: scale)
    }

    package init(_ whole: Int) {
        self.init(unchecked: Int128(whole), scale: 0)
    }

    init(unchecked coefficient: Int128, scale: Int) {
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        places = UInt8(truncatingIfNeeded: scale)
    }

    /// The number without its point.
    package var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    /// How many digits of the coefficient stand after the point, 0 to 28.
    package var scale: Int { Int(places) }

    package var isZero: Bool { high == 0 && low == 0 }
    package var isNegative: Bool { high < 0 }
    package var negated: ExactDecimal { ExactDecimal(unchecked: -coefficient, scale: scale) }
    package var magnitude: ExactDecimal { isNegative ? negated : self }

    /// The same number with the fewest digits: no zeros at the end after the point.
    package var canonical: ExactDecimal {
        guard scale > 0 else { return self }
        if isZero { return .zero }
        var rest = coefficient
        var scale = scale
        while scale > 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            (rest, scale) = (quotient, scale - 1)
        }
        return ExactDecimal(unchecked: rest, scale: scale)
    }

    package static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.places == right.places { return left.high == right.high && left.low == right.low }
        let (first, second) = (left.canonical, right.canonical)
        return first.places == second.places && first.coefficient == second.coefficient
    }

    package func hash(into hasher: inout Hasher) {
        let canonical = self.canonical
        hasher.combine(canonical.coefficient)
        hasher.combine(canonical.places)
    }

    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.places == right.places { return left.coefficient < right.coefficient }
        if left.isNegative != right.isNegative { return left.isNegative }
        let (first, second) = (left.widened(to: right.scale), right.widened(to: left.scale))
        return left.isNegative ? second < first : first < second
    }

    /// The size at the larger of two scales.
    private func widened(to scale: Int) -> WideInteger {
        WideInteger(coefficient.magnitude, times: PowersOfTen[max(0, scale - self.scale)])
    }
}
