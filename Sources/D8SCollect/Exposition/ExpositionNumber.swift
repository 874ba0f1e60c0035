/// A number as both formats write it: decimal, or `NaN`, `Inf` and `Infinity` in any letter case.
///
/// The grammar is that of OpenMetrics' `number`, which is also what Go's `strconv.ParseFloat`
/// accepts without hexadecimal digits and underscores, as Prometheus reads values.
enum ExpositionNumber {
    /// More digits than any 64-bit number needs.
    private static let lengthLimit = 2048

    /// Reads the number that begins at `start`, and moves `start` behind it.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: inout Int
    ) throws(ExpositionSlip) -> Double {
        let begin = start
        let decimal = Decimal(bytes, start)
        guard decimal.digits > 0 else { return try word(bytes, &start) }
        start = decimal.end
        if let value = decimal.exact { return value }
        guard start - begin <= lengthLimit else {
            throw ExpositionSlip(offset: begin, reason: "the number is longer than 2048 bytes")
        }
        let text = String(decoding: bytes[begin..<start], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw ExpositionSlip(offset: begin, reason: "the number does not fit in 64 bits")
        }
        return value
    }

    /// Reads `NaN`, `+Inf`, `-infinity`.
    private static func word(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: inout Int
    ) throws(ExpositionSlip) -> Double {
        var i = start
        let sign = bytes[i]
        if sign == .plus || sign == .minus { i += 1 }
        let begin = i
        while bytes[i].isLetter { i += 1 }
        let letters = bytes[begin..<i].map { $0 | 0x20 }
        switch letters {
        case Array("inf".utf8), Array("infinity".utf8):
            start = i
            return sign == .minus ? -.infinity : .infinity
        case Array("nan".utf8) where begin == start:
            start = i
            return .nan
        default:
            throw ExpositionSlip(offset: start, reason: "there is no number")
        }
    }
}
