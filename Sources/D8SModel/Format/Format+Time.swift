extension Format {
    /// A length of time in its two leading units: `42 s`, `52 min`, `3 h 40 min`, `6.2 d`, `84 d`.
    package func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "not a number" }
        let sign = seconds < 0 ? "−" : ""
        let size = abs(seconds)
        return sign + magnitude(ofDuration: size)
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

    private func magnitude(ofDuration size: Double) -> String {
        switch size {
        case ..<1: number(size) + "\u{a0}s"
        case ..<59.5: fixed(size, 0) + "\u{a0}s"
        case ..<3570: fixed(size / 60, 0) + "\u{a0}min"
        case ..<86_370: hoursAndMinutes(Int((size / 60).rounded()))
        case ..<(864_000 - 4320): trimmed(fixed(size / 86_400, 1)) + "\u{a0}d"
        default: fixed(size / 86_400, 0) + "\u{a0}d"
        }
    }

    private func hoursAndMinutes(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return rest == 0 ? "\(hours)\u{a0}h" : "\(hours)\u{a0}h\u{a0}\(rest)\u{a0}min"
    }
}
