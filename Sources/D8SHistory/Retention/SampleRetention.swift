/// How long samples stay in a history.
package struct SampleRetention: Hashable, Sendable {
    /// Days for which every sample is kept.
    package var rawDays: Int
    /// Days for which rollups by hour are kept; those by day stay for ever.
    package var hourlyDays: Int

    package init(rawDays: Int = 90, hourlyDays: Int = 730) {
        self.rawDays = max(1, rawDays)
        self.hourlyDays = max(self.rawDays, hourlyDays)
    }
}
