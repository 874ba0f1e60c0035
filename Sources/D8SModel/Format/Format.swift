/// Writes numbers, durations and dates for people, the same way on every page and chart.
package struct Format: Hashable, Sendable {
    package let language: Language
    package let zone: Zone

    package init(language: Language = .english, zone: Zone) {
        self.language = language
        self.zone = zone
    }

    /// A value in its unit to 2 or 3 significant digits: `22 %`, `3 h 40 min`, `1.8 a day`.
    package func value(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .ratio: percent(value)
        case .seconds: duration(value)
        case .perDay: number(value) + "\u{a0}a\u{a0}day"
        case .daysPerWeek: number(value) + "\u{a0}days a\u{a0}week"
        case .count: number(value)
        }
    }

    /// A value that may be missing; a missing one is said in words.
    package func value(_ value: Double?, _ unit: Unit) -> String {
        value.map { self.value($0, unit) } ?? "not enough data"
    }

    /// `13–35 %`, `2.1 h – 3.4 d`.
    package func interval(_ interval: Interval, _ unit: Unit) -> String {
        guard unit == .ratio else {
            return value(interval.low, unit) + " – " + value(interval.high, unit)
        }
        let digits = interval.high < 0.1 ? 1 : 0
        let low = fixed(interval.low * 100, digits), high = fixed(interval.high * 100, digits)
        return "\(low)–\(high)\u{a0}%"
    }

    /// A share: `22 %`, `3.4 %`, `0.12 %`.
    package func percent(_ share: Double) -> String {
        let percent = share * 100
        let digits = abs(percent) >= 10 || percent == 0 ? 0 : abs(percent) >= 1 ? 1 : 2
        return trimmed(fixed(percent, digits)) + "\u{a0}%"
    }

    /// `12 of 50 services`, `1 service`: the noun in the form that the number asks for.
    package func count(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        whole(count) + "\u{a0}" + (count == 1 ? singular : plural ?? singular + "s")
    }

    /// A whole number with grouped thousands: `12,480`.
    package func whole(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: language.groupSeparator)
    }
}
