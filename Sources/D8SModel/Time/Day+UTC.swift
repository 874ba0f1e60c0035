extension Day {
    /// The day in UTC that holds the instant; billing days are counted so.
    package init(inUTC instant: Instant) {
        self.init(number: Int(instant.milliseconds.floorDivided(by: 86_400_000)))
    }

    /// Its first instant in UTC.
    package var startInUTC: Instant { Instant(milliseconds: Int64(number) * 86_400_000) }
}
