import D8SModel

/// The time that an axis shows.
struct TimeDomain: Hashable {
    let start: Instant
    let end: Instant
    /// Whether it was made around one instant.
    let isSingle: Bool

    /// The calendar that labels are written in has four digits for a year: 0001 to 9999.
    static func contains(_ time: Instant) -> Bool {
        (-62_135_596_800_000...253_402_300_799_999).contains(time.milliseconds)
    }

    /// From the first to the last of these instants, a day around a single one; nil without any.
    init?(_ times: some Sequence<Instant>) {
        var found: (low: Int64, high: Int64)?
        for time in times where Self.contains(time) {
            let time = time.milliseconds
            found = (min(found?.low ?? time, time), max(found?.high ?? time, time))
        }
        guard let found else { return nil }
        let (low, high) = (
            Instant(milliseconds: found.low), Instant(milliseconds: found.high)
        )
        isSingle = low == high
        if isSingle {
            start = low.adding(seconds: -43_200)
            end = high.adding(seconds: 43_200)
        } else {
            (start, end) = (low, high)
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
