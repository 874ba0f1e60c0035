/// How long samples stay in a history.
package struct SampleRetention: Hashable, Sendable {
    /// Seconds for which every sample is kept.
    package var raw: Double
    /// Seconds for which rollups by hour are kept, at least as long as raw samples; those by day
    /// stay for ever.
    package var hourly: Double

    package init(raw: Double = 90 * 86_400, hourly: Double = 730 * 86_400) {
        self.raw = max(86_400, raw)
        self.hourly = max(self.raw, hourly)
    }
}
