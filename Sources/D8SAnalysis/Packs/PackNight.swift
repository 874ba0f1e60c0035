import D8SModel

/// What every pack's judgement of one night looks at besides the readings.
struct PackNight {
    let asOf: Instant
    let format: Format

    /// `18 Nov 14:05`, here.
    func time(_ milliseconds: Int64) -> String {
        format.dateTime(Instant(milliseconds: milliseconds), reference: asOf)
    }

    /// `3 h 40 min` from then to the as-of instant.
    func length(since milliseconds: Int64) -> String {
        format.duration(asOf.seconds(since: Instant(milliseconds: milliseconds)))
    }
}
