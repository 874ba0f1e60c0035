import D8SModel

/// Finds round values for an axis and writes them.
struct ValueTicks {
    let unit: Unit
    let format: Format
    /// Only whole numbers, for things that cannot be halved.
    var isWhole = false

    /// The round values in this domain: about `count`, at most two more.
    func ticks(in domain: ValueDomain, count: Int) -> [Tick] {
        let span = domain.high - domain.low
        guard span > 0, span.isFinite else { return [] }
        let step = step(atLeast: span / Double(max(count, 1)))
        let first = (domain.low / step - 1e-9).rounded(.up)
        let last = (domain.high / step + 1e-9).rounded(.down)
        guard last - first < 50, last >= first else { return [] }
        let largest = max(abs(first), abs(last)) * step
        let writer = TickWriter(unit: unit, format: format, step: step, largest: largest)
        return (0...Int(last - first)).map { index in
            let value = (first + Double(index)) * step
            return Tick(value: value, label: writer.label(value))
        }
    }

    /// The smallest round step that is not smaller than this.
    private func step(atLeast size: Double) -> Double {
        if unit == .seconds, size > 0.5 {
            if let step = Self.durations.first(where: { $0 >= size * 0.999 }) { return step }
            return Self.round(size / 86_400, [1, 2, 5, 10]) * 86_400
        }
        if unit == .bytes || unit == .bytesPerSecond, size > 1 {
            return Self.binary(size)
        }
        let step = Self.round(size, [1, 2, 2.5, 5, 10])
        return isWhole ? max(step == 2.5 ? 5 : step, 1) : step
    }

    /// The smallest of these times a power of ten that is not smaller than the size.
    private static func round(_ size: Double, _ digits: [Double]) -> Double {
        let power = Double.powerOfTen(notAbove: size)
        let digit = digits.first { $0 * power >= size * 0.999 } ?? 10
        return digit * power
    }

    /// The smallest power of two that is not smaller: round in whichever unit bytes are written.
    private static func binary(_ size: Double) -> Double {
        var power = 1.0
        while power < size * 0.999, power < 1e300 { power *= 2 }
        return power
    }

    /// Steps at which a clock and a calendar are round, in seconds, up to two weeks.
    private static let durations: [Double] =
        [1, 2, 5, 10, 15, 30].map { $0 }
        + [1, 2, 5, 10, 15, 30].map { $0 * 60 }
        + [1, 2, 3, 6, 12].map { $0 * 3600 }
        + [1, 2, 5, 7, 14].map { $0 * 86_400 }
}
