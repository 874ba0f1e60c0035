/// Writes numbers, durations and dates for people, the same way on every page and chart.
package struct Format: Hashable, Sendable {
    package let language: Language
    package let zone: Zone
    /// ISO 4217: `USD`.
    package let currency: String

    package init(language: Language = .english, zone: Zone, currency: String = "USD") {
        self.language = language
        self.zone = zone
        self.currency = currency
    }

    /// The same for another currency, by its code.
    package func with(currency: String) -> Format {
        Format(language: language, zone: zone, currency: currency)
    }

    /// A value in its unit to 2 or 3 significant digits: `22 %`, `3 h 40 min`, `1.8 a day`; a
    /// whole count below 100,000 exactly: `12,480`.
    package func value(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .ratio: percent(value)
        case .seconds: duration(value)
        case .perSecond: number(value) + "\u{a0}a\u{a0}second"
        case .perDay: number(value) + "\u{a0}a\u{a0}day"
        case .daysPerWeek: number(value) + "\u{a0}days a\u{a0}week"
        case .count: exactCount(value) ?? number(value)
        case .bytes: bytes(value)
        case .bytesPerSecond: bytes(value) + "/s"
        case .cores: number(value) + "\u{a0}" + (value == 1 ? "core" : "cores")
        case .celsius: number(value) + "\u{a0}°C"
        case .money: money(value)
        }
    }

    /// A value that may be missing; a missing one is said in words.
    package func value(_ value: Double?, _ unit: Unit) -> String {
        value.map { self.value($0, unit) } ?? "not enough data"
    }

    /// `50 services`, `1 service`: the noun in the form that the number asks for.
    package func count(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        whole(count) + "\u{a0}" + (count == 1 ? singular : plural ?? singular + "s")
    }

    /// A whole number with grouped thousands: `12,480`.
    package func whole(_ number: Int) -> String {
        let sign = number < 0 ? "−" : ""
        let digits = String(number.magnitude)
        let count = digits.utf8.count
        guard count > 3 else { return sign + digits }
        var text = sign
        for (place, digit) in digits.unicodeScalars.enumerated() {
            if place > 0, (count - place) % 3 == 0 { text += language.groupSeparator }
            text.unicodeScalars.append(digit)
        }
        return text
    }

    private func exactCount(_ value: Double) -> String? {
        guard abs(value) < 100_000 else { return nil }
        return Int(exactly: value).map(whole)
    }
}
