/// The decimal digits of a number: `[sign] digits [. digits] [e [sign] digits]`.
struct Decimal {
    /// The first 19 digits without leading zeros, as one number.
    private(set) var mantissa: UInt64 = 0
    /// Power of ten by which the mantissa is to be multiplied.
    private(set) var exponent = 0
    private(set) var isNegative = false
    /// How many digits there were before the exponent; 0 if this is no number.
    private(set) var digits = 0
    /// Whether digits that are not zero are missing from the mantissa.
    private(set) var isCut = false
    /// Index behind the last byte.
    private(set) var end: Int

    /// Reads as much as belongs to the number that begins at `start`; a byte that belongs to none
    /// has to stand behind it.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
        end = start
        if bytes[end] == .minus {
            isNegative = true
            end += 1
        } else if bytes[end] == .plus {
            end += 1
        }
        readDigits(bytes, step: 0)
        if bytes[end] == .point {
            end += 1
            readDigits(bytes, step: -1)
        }
        if bytes[end] | 0x20 == UInt8(ascii: "e"), digits > 0 { readExponent(bytes) }
    }

    /// The nearest 64-bit number, where one operation of exact operands gives it (Clinger's fast
    /// path); nil if it takes more.
    @inline(__always)
    var exact: Double? {
        guard !isCut, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
        let whole = Double(mantissa)
        let power = Self.powers[abs(exponent)]
        let value = exponent < 0 ? whole / power : whole * power
        return isNegative ? -value : value
    }

    @inline(__always)
    private mutating func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, step: Int) {
        while true {
            let digit = bytes[end] &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            end += 1
            digits += 1
            if mantissa < 1_000_000_000_000_000_000 {
                mantissa = mantissa * 10 + UInt64(digit)
                exponent += step
            } else {
                isCut = isCut || digit != 0
                exponent += 1 + step
            }
        }
    }

    /// An `e` without digits behind it is no part of the number.
    private mutating func readExponent(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = end + 1
        let isDown = bytes[i] == .minus
        if isDown || bytes[i] == .plus { i += 1 }
        guard bytes[i].isDigit else { return }
        var power = 0
        while bytes[i].isDigit {
            power = min(power * 10 + Int(bytes[i] &- UInt8(ascii: "0")), 100_000)
            i += 1
        }
        exponent += isDown ? -power : power
        end = i
    }

    /// The powers of ten that a 64-bit number holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
