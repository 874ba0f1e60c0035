extension Format {
    /// A length of time in its two leading units: `42 s`, `1 min 30 s`, `52 min`, `3 h 40 min`,
    /// `6.2 d`, `84 d`.
    ///
    /// Rounded first, so that no unit ever shows its own full number (`60 min`, `24 h`).
    package func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "not a number" }
        let size = abs(seconds)
        return (seconds < 0 ? "−" : "") + (size < 86_370 ? hours(size) : days(size / 86_400))
    }

    /// `20 Nov`, with the year if it is not the year of `reference`.
    package func day(_ day: Day, reference: Day? = nil) -> String {
        let text = "\(day.day)\u{a0}\(language.months[day.month - 1])"
        guard let reference, reference.year != day.year else { return text }
        return text + "\u{a0}\(day.year)"
    }

    /// `20 Nov 2026`.
    package func fullDay(_ day: Day) -> String {
        "\(day.day)\u{a0}\(language.months[day.month - 1])\u{a0}\(day.year)"
    }

    /// `Fri 20 Nov 2026`.
    package func namedDay(_ day: Day) -> String {
        "\(language.weekdays[day.weekday - 1])\u{a0}" + fullDay(day)
    }

    /// `Friday 20 November 2026`, `sexta-feira, 20 de novembro de 2026`.
    package func longDay(_ day: Day) -> String {
        let weekday = language.longWeekdays[day.weekday - 1]
        let month = language.longMonths[day.month - 1]
        switch language {
        case .english: return "\(weekday) \(day.day)\u{a0}\(month) \(day.year)"
        case .brazilianPortuguese: return "\(weekday), \(day.day) de\u{a0}\(month) de \(day.year)"
        }
    }

    /// `Nov`.
    package func month(_ day: Day) -> String {
        language.months[day.month - 1]
    }

    /// `Fri`.
    package func weekday(_ day: Day) -> String {
        language.weekdays[day.weekday - 1]
    }

    /// `20 Nov` of this instant, here.
    package func date(_ instant: Instant, reference: Instant? = nil) -> String {
        day(zone.day(of: instant), reference: reference.map(zone.day(of:)))
    }

    /// `16:42`, here.
    package func clock(_ instant: Instant) -> String {
        let seconds = zone.secondsOfDay(of: instant)
        return "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60))"
    }

    /// `20 Nov 16:42`, here; with the year if it is not the year of `reference`.
    package func dateTime(_ instant: Instant, reference: Instant? = nil) -> String {
        date(instant, reference: reference) + "\u{a0}" + clock(instant)
    }

    /// Less than a day, in hours, minutes and seconds.
    private func hours(_ size: Double) -> String {
        switch size {
        case ..<1: number(size) + "\u{a0}s"
        case ..<9.95: trimmed(fixed(size, 1)) + "\u{a0}s"
        case ..<599.5: pair(Int(size.rounded()), "min", "s")
        default: pair(Int((size / 60).rounded()), "h", "min")
        }
    }

    /// A number of small units, 60 of which make a large one.
    private func pair(_ count: Int, _ large: String, _ small: String) -> String {
        let (whole, rest) = count.quotientAndRemainder(dividingBy: 60)
        let parts = [(whole, large), (rest, small)].filter { $0.0 > 0 }
        return parts.map { "\($0.0)\u{a0}\($0.1)" }.joined(separator: "\u{a0}")
    }

    private func days(_ size: Double) -> String {
        if size < 9.95 { return trimmed(fixed(size, 1)) + "\u{a0}d" }
        return (size < 9999.5 ? fixed(size, 0) : number(size)) + "\u{a0}d"
    }
}
