import D8SModel

/// Ticks of a logarithmic axis: round lengths of time, or powers of ten and what lies between.
struct LogTicks {
    let unit: Unit
    let format: Format

    /// The ticks between two positive values.
    func ticks(from low: Double, to high: Double) -> [Tick] {
        candidates(from: low, to: high).filter { low <= $0 && $0 <= high }
            .map { Tick(value: $0, label: label($0)) }
    }

    private func candidates(from low: Double, to high: Double) -> [Double] {
        if unit == .seconds, low >= 0.5, high > 60 { return Self.durations }
        let decades = (high.naturalLogarithm - low.naturalLogarithm) / 10.0.naturalLogarithm
        let digits: [Double] = decades <= 2.5 ? [1, 2, 5] : [1]
        let step = Double.powerOfTen(max(Int(decades / 7), 1))
        var power = Double.powerOfTen(notAbove: low), result: [Double] = []
        while power <= high, result.count < 100 {
            result += digits.map { $0 * power }
            power *= step
        }
        return result
    }

    private func label(_ value: Double) -> String {
        switch unit {
        case .ratio, .seconds, .bytes, .bytesPerSecond, .money: format.value(value, unit)
        case .perSecond, .perDay, .daysPerWeek, .count, .cores, .celsius: format.number(value)
        }
    }

    private static let durations: [Double] = [
        1, 10, 60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000, 315_360_000,
    ]
}
