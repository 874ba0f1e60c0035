extension Format {
    /// A share: `22 %`, `3.4 %`, `0.12 %`, `99.4 %`.
    ///
    /// Only nothing is `0 %` and only all is `100 %`: a share close to either is written with as
    /// many digits as tell it apart, or as `< 0.01 %` and `> 99.999 %`.
    package func percent(_ share: Double) -> String {
        guard share.isFinite else { return "not a number" }
        let text = percentage(share)
        if share != 0, text == "0" { return (share < 0 ? "> −" : "< ") + smallest + "\u{a0}%" }
        if share < 1, text == "100" { return "> " + largest + "\u{a0}%" }
        return text + "\u{a0}%"
    }

    /// `13–35 %`, `2 h 6 min – 3.4 d`, `1.2–1.8 a day`; one value if both ends are written the same.
    package func interval(_ interval: Interval, _ unit: Unit) -> String {
        let (low, high) = (value(interval.low, unit), value(interval.high, unit))
        guard low != high else { return low }
        switch unit {
        case .ratio:
            return "\(percentage(interval.low))–\(percentage(interval.high))\u{a0}%"
        case .perSecond, .perDay, .daysPerWeek, .cores, .celsius:
            return "\(number(interval.low))–\(high)"
        case .count:
            return "\(low)–\(high)"
        case .seconds, .bytes, .bytesPerSecond, .money:
            return "\(low) – \(high)"
        }
    }

    private var smallest: String { fixed(0.01, 2) }
    private var largest: String { fixed(99.999, 3) }

    /// The number before the percent sign, rounded outwards at the ends of the scale.
    private func percentage(_ share: Double) -> String {
        let percent = share * 100
        let size = abs(percent)
        let digits =
            size >= 99 && size < 100
            ? digitsShortOfAll(100 - size) : size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2
        return digits == 0 ? fixed(percent, 0) : trimmed(fixed(percent, digits))
    }

    /// Digits that keep this many percent short of 100 visible.
    private func digitsShortOfAll(_ rest: Double) -> Int {
        rest >= 0.95 ? 0 : rest >= 0.095 ? 1 : rest >= 0.009_5 ? 2 : 3
    }
}
