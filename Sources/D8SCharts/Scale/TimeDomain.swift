import D8SModel

/// The time that an axis shows.
struct TimeDomain: Hashable {
    let start: Instant
    let end: Instant
    /// Whether it was made around one instant.
    let isSingle: Bool

    /// The calendar that labels are written in has four digits for a year.
    private static let earliest = Instant(seconds: -62_135_596_800)
    private static let latest = Instant(seconds: 253_402_300_799)

    static func contains(_ time: Instant) -> Bool { earliest <= time && time <= latest }

    /// From the first to the last of these instants, a day around a single one; nil without any.
    init?(_ times: some Sequence<Instant>) {
        var found: (low: Instant, high: Instant)?
        for time in times where Self.contains(time) {
            found = (min(found?.low ?? time, time), max(found?.high ?? time, time))
        }
        guard let found else { return nil }
        isSingle = found.low == found.high
        if isSingle {
            start = found.low.adding(seconds: -43_200)
            end = found.high.adding(seconds: 43_200)
        } else {
            (start, end) = found
        }
    }

    /// The axis along these places.
    func scale(from left: Double, to right: Double) -> Scale {
        Scale(
            low: Double(start.milliseconds),
            high: Double(end.milliseconds),
            start: left,
            end: right
        )
    }
}

extension Scale {
    /// Where an instant lies.
    func place(_ time: Instant) -> Double { place(Double(time.milliseconds)) }
}
