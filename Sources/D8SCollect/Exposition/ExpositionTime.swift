/// An instant beside a sample, exact to the nanosecond.
struct ExpositionTime: Hashable, Comparable {
    /// Since 1970-01-01T00:00:00Z, cut towards it.
    let milliseconds: Int64
    /// What the cut left, with the same sign.
    let nanoseconds: Int32

    static func < (left: ExpositionTime, right: ExpositionTime) -> Bool {
        (left.milliseconds, left.nanoseconds) < (right.milliseconds, right.nanoseconds)
    }

    /// Reads whole milliseconds (text 0.0.4) and moves `start` behind them.
    static func milliseconds(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: inout Int
    ) throws(ExpositionSlip) -> ExpositionTime {
        let begin = start
        if bytes[start] == .minus || bytes[start] == .plus { start += 1 }
        while bytes[start].isDigit { start += 1 }
        let text = String(decoding: bytes[begin..<start], as: UTF8.self)
        guard let time = Int64(text) else {
            throw ExpositionSlip(
                offset: begin,
                reason: "the time has to be whole milliseconds of 64 bits"
            )
        }
        return ExpositionTime(milliseconds: time, nanoseconds: 0)
    }

    /// Reads seconds with or without a fraction (OpenMetrics) and moves `start` behind them.
    static func seconds(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: inout Int
    ) throws(ExpositionSlip) -> ExpositionTime {
        let decimal = Decimal(bytes, start)
        guard decimal.digits > 0 else {
            throw ExpositionSlip(offset: start, reason: "there is no time in seconds")
        }
        guard let time = ExpositionTime(decimal) else {
            throw ExpositionSlip(offset: start, reason: "the time is out of range")
        }
        start = decimal.end
        return time
    }

    private init?(_ decimal: Decimal) {
        let size: (milliseconds: Int64, nanoseconds: Int32)?
        if decimal.mantissa == 0 {
            size = (0, 0)
        } else if decimal.exponent >= -3 {
            size = Self.scaled(decimal.mantissa, up: decimal.exponent + 3).map { ($0, 0) }
        } else {
            size = Self.split(decimal.mantissa, down: -3 - decimal.exponent)
        }
        guard let size else { return nil }
        milliseconds = decimal.isNegative ? -size.milliseconds : size.milliseconds
        nanoseconds = decimal.isNegative ? -size.nanoseconds : size.nanoseconds
    }

    init(milliseconds: Int64, nanoseconds: Int32) {
        self.milliseconds = milliseconds
        self.nanoseconds = nanoseconds
    }

    private static func scaled(_ mantissa: UInt64, up: Int) -> Int64? {
        guard up <= 19 else { return nil }
        var product = mantissa
        for _ in 0..<up {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: 10)
            if isTooLarge { return nil }
            product = next
        }
        return Int64(exactly: product)
    }

    private static func split(
        _ mantissa: UInt64,
        down: Int
    ) -> (milliseconds: Int64, nanoseconds: Int32)? {
        guard down <= 19 else { return (0, 0) }
        let power = (0..<down).reduce(UInt64(1)) { product, _ in product &* 10 }
        let (whole, rest) = mantissa.quotientAndRemainder(dividingBy: power)
        guard let milliseconds = Int64(exactly: whole) else { return nil }
        let nanoseconds = Double(rest) / Double(power) * 1_000_000
        return (milliseconds, Int32(nanoseconds))
    }
}
