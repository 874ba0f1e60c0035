/// The digits of a decimal number while its text is read.
struct DecimalDigits {
    private var coefficient: UInt128 = 0
    private var scale = 0
    private var exponent = 0
    private var isNegative = false
    /// Zeros that end the digits so far: they count only if another digit follows.
    private var pendingZeros = 0
    private var pendingScale = 0
    private var count = 0
    private var isTooLong = false

    /// Reads the whole text; false if it is no number.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            position = 1
        }
        readDigits(bytes, &position, step: 0)
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            readDigits(bytes, &position, step: 1)
        }
        guard count > 0 else { return false }
        guard position < bytes.count else { return true }
        return bytes[position] | 0x20 == UInt8(ascii: "e") && readExponent(bytes, position + 1)
    }

    /// The number; nil if it does not fit.
    var value: ExactDecimal? {
        guard !isTooLong else { return nil }
        if coefficient == 0 { return .zero }
        var places = scale - exponent - (pendingZeros - pendingScale)
        var whole = coefficient
        if places < 0 {
            guard places >= -38 else { return nil }
            let (product, isTooLarge) = whole.multipliedReportingOverflow(by: PowersOfTen[-places])
            guard !isTooLarge else { return nil }
            (whole, places) = (product, 0)
        }
        guard let signed = Int128(exactly: whole) else { return nil }
        return ExactDecimal(coefficient: isNegative ? -signed : signed, scale: places)
    }

    private mutating func readDigits(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ position: inout Int,
        step: Int
    ) {
        while position < bytes.count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            position += 1
            count += 1
            pendingZeros += 1
            pendingScale += step
            if digit != 0 { take(digit) }
        }
    }

    /// Takes a digit with the zeros before it.
    private mutating func take(_ digit: UInt8) {
        let zeros = coefficient == 0 ? 0 : pendingZeros
        let (shifted, isTooLarge) =
            coefficient.multipliedReportingOverflow(by: PowersOfTen[min(zeros, 38)])
        let (sum, isTooLargeWithDigit) = shifted.addingReportingOverflow(UInt128(digit))
        isTooLong = isTooLong || isTooLarge || isTooLargeWithDigit || zeros > 38
        coefficient = sum
        scale += pendingScale
        (pendingZeros, pendingScale) = (0, 0)
    }

    private mutating func readExponent(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> Bool {
        var position = start
        var isDown = false
        if position < bytes.count, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[position])
        {
            isDown = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        guard position < bytes.count else { return false }
        var power = 0
        while position < bytes.count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return false }
            power = min(power * 10 + Int(digit), 1 << 40)
            position += 1
        }
        exponent = isDown ? -power : power
        return true
    }
}
