/// Numbers as whole ones and a power of ten: 12.5 is 125 of scale 1.
enum DecimalScale {
    /// Powers of ten that a double holds exactly go to 22.
    static let largest = 22
    /// Beyond this, more digits than a double has are needed to tell neighbours apart.
    static let largestWritten = 15
    static let powers: [Double] = (0...largest).map { power in
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }

    /// Adding it to a double below 2^51 leaves the nearest whole number in the lowest bits.
    static let rounder = 6_755_399_441_055_744.0

    /// The whole number that, divided by the power of ten, gives exactly this double.
    ///
    /// Nil if there is none.
    @inline(__always)
    static func mantissa(_ value: Double, power: Double) -> Int64? {
        let scaled = value * power
        guard abs(scaled) < 0x1p51 else { return large(value, power: power) }
        let rounded = scaled + rounder
        let whole = Int64(bitPattern: rounded.bitPattern &- rounder.bitPattern)
        let back = (rounded - rounder) / power
        return back.bitPattern == value.bitPattern ? whole : nil
    }

    /// Whole numbers up to 2^63, which need no scale.
    private static func large(_ value: Double, power: Double) -> Int64? {
        guard power == 1, abs(value) < 0x1p63 else { return nil }
        return Int64(exactly: value)
    }

    /// The least scale above this one in which the value is a whole number; nil if there is none.
    static func scale(of value: Double, above scale: Int) -> Int? {
        guard value.isFinite, scale < largestWritten else { return nil }
        return (scale + 1...largestWritten).first { mantissa(value, power: powers[$0]) != nil }
    }
}
