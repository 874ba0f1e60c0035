import D8SModel

/// Which of the six shades a value has, and what the shades mean.
///
/// Without negative values 0 has no shade and the shades follow the square root, so that a few
/// among many are still seen; the end is a round value. Otherwise they are even between the
/// lowest and the highest value.
struct ShadeScale: Hashable {
    let low: Double
    let high: Double
    /// Whether the scale begins at 0, which is not painted.
    let isFromZero: Bool

    /// The scale of the finite ones of these values; nil without one.
    init?(_ values: some Sequence<Double>, unit: Unit) {
        guard let domain = ValueDomain(values) else { return nil }
        isFromZero = domain.low >= 0
        if isFromZero {
            low = 0
            high = Self.round(domain.high > 0 ? domain.high : 1, unit)
        } else {
            low = domain.low
            high = domain.high > domain.low ? domain.high : domain.low + max(abs(domain.low), 1)
        }
    }

    /// The shade's number from 0 on; nil for what is not painted.
    func shade(of value: Double) -> Int? {
        guard value.isFinite, !(isFromZero && value <= 0) else { return nil }
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        let place = isFromZero ? max(share, 0).squareRoot() : share
        let count = Double(Ink.shades.count)
        return Int(min(max((place * count).rounded(.up) - 1, 0), count - 1))
    }

    /// The values at the beginning, in the middle and at the end of the shades.
    var stops: [Double] {
        [low, isFromZero ? high / 4 : low / 2 + high / 2, high]
    }

    /// The smallest value that is not smaller, and round, as its quarter is.
    private static func round(_ value: Double, _ unit: Unit) -> Double {
        if unit == .seconds, value > 60, let time = durations.first(where: { $0 >= value }) {
            return time
        }
        // A count of three is three, not four.
        if unit == .count, value <= 4 { return 4 }
        if unit == .bytes || unit == .bytesPerSecond, value > 4 {
            return sequence(first: 8.0) { $0 < 1e300 ? $0 * 2 : nil }.first { $0 >= value } ?? value
        }
        let power = Double.powerOfTen(notAbove: value)
        let digit = [1, 2, 4, 6, 8, 10].first { $0 * power >= value * 0.999_999 } ?? 10
        let rounded = digit * power
        return unit == .ratio && value <= 1 ? min(rounded, 1) : rounded
    }

    private static let durations: [Double] =
        [2, 4, 8, 20, 40].map { $0 * 60 } + [1, 2, 4, 8, 12, 24].map { $0 * 3600 }
        + [2, 4, 8, 20, 40, 80].map { $0 * 86_400 }
}
