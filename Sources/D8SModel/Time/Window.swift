/// A span of time from its first instant up to, but without, its last.
package struct Window: Hashable, Sendable {
    package let start: Instant
    package let end: Instant

    package init(start: Instant, end: Instant) {
        self.start = start
        self.end = end
    }

    /// The last `days` full days here before the day that holds `asOf`.
    package init(days: Int, before asOf: Instant, in zone: Zone) {
        let today = zone.day(of: asOf)
        start = zone.start(of: today.adding(days: -days))
        end = zone.start(of: today)
    }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }

    /// Length in days of 86,400 seconds; a clock change makes it a fraction.
    package var days: Double { end.seconds(since: start) / 86_400 }
}
