import D8SModel

/// Writes the ticks of one axis with the digits that tell them apart, all in one unit.
struct TickWriter {
    let unit: Unit
    let format: Format
    /// From one tick to the next.
    let step: Double
    /// The largest absolute value on the axis.
    let largest: Double

    func label(_ value: Double) -> String {
        switch unit {
        case .ratio: return number(value * 100, step: step * 100) + "\u{a0}%"
        case .seconds: return duration(value)
        case .bytes, .bytesPerSecond: return bytes(value)
        case .money: return money(value)
        case .perSecond, .perDay, .daysPerWeek, .count, .cores, .celsius: return scaled(value)
        }
    }

    private func duration(_ value: Double) -> String {
        let units: [(Double, String)] = [(86_400, "d"), (3600, "h"), (60, "min")]
        for (size, name) in units where step >= size {
            return number(value / size, step: step / size, name: name)
        }
        return number(value, step: step, name: "s")
    }

    /// All in the largest power of 1024 that the ticks reach.
    private func bytes(_ value: Double) -> String {
        var size = 1.0, name = "B"
        for next in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] where largest / size >= 1024 {
            (size, name) = (size * 1024, next)
        }
        if unit == .bytesPerSecond { name += "/s" }
        return number(value / size, step: step / size, name: value == 0 ? nil : name)
    }

    /// To the cent where the steps are smaller than whole ones.
    private func money(_ value: Double) -> String {
        let symbol = format.money(0).dropLast()
        let amount = step < 1 ? format.fixed(abs(value), 2) : scaled(abs(value))
        return (value < -step / 2 ? "−" : "") + symbol + (abs(value) < step / 2 ? "0" : amount)
    }

    /// Thousands and more by a letter, once all ticks would be long.
    private func scaled(_ value: Double) -> String {
        let units: [(Double, String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")]
        for (size, name) in units where largest < 1e15 && largest >= size && step >= size / 1000 {
            let scale = name == "k" ? 1e3 : size
            return number(value / scale, step: step / scale, name: value == 0 ? nil : name)
        }
        return number(value, step: step)
    }

    private func number(_ value: Double, step: Double, name: String? = nil) -> String {
        let suffix = name.map { "\u{a0}" + $0 } ?? ""
        if abs(value) < step / 2 { return "0" + suffix }
        if abs(value) >= 1e9 || step < 1e-6 { return scientific(value, step: step) + suffix }
        let digits = (0...7).first { isWhole(step * Double.powerOfTen($0)) } ?? 7
        return format.fixed(value, digits) + suffix
    }

    /// `2.5 × 10⁻⁹`.
    private func scientific(_ value: Double, step: Double) -> String {
        let power = Double.powerOfTen(notAbove: abs(value) * 1.000_000_1)
        let digits = (0...5).first { isWhole(step / power * Double.powerOfTen($0)) } ?? 5
        let exponent = Int((power.naturalLogarithm / 10.0.naturalLogarithm).rounded())
        let raised = String(exponent.magnitude).compactMap(\.wholeNumberValue).map {
            ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][$0]
        }
        return format.fixed(value / power, digits) + "\u{a0}×\u{a0}10"
            + (exponent < 0 ? "⁻" : "") + raised.joined()
    }

    private func isWhole(_ value: Double) -> Bool {
        abs(value - value.rounded()) < 1e-6 * max(1, abs(value))
    }
}
