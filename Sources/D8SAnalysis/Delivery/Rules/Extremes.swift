import D8SModel

/// The longest of a year's times (pauses, repairs), and from when on another is longer than chance
/// explains.
struct Extremes {
    /// Too few times to say anything below this.
    static let fewest = 20

    let p95: Double
    let longest: Double
    /// The largest of a floor, the upper end of the 95 % interval of the P95 (the longest where that
    /// is unbounded), 1.25 times the longest and twice the second longest.
    ///
    /// The P95 alone is passed by every twentieth time; twice the longest is blind for a year after
    /// one freeze. A new time that passes this limit by chance: over 40 services, 0.1 to 0.4 silences
    /// in 30 nights for 0.5 to 10 deployments a week, in clusters or not, each with a yearly freeze
    /// (twice the longest: 0.01 to 0.2; P95: 5 to 65). Repairs with a median of 1 hour
    /// (log-normal, σ = 1) and a floor of 24 hours: 0.01 to 0.06 (P95: 0.5 to 3.0); with σ = 1.5 or
    /// a median of 4 to 24 hours: 0.3 to 1.1 (P95: 2.7 to 23), the whole night's budget by itself.
    let limit: Double

    /// Nil with fewer than 20 finite times.
    init?(_ times: [Double], floor: Double) {
        let sorted = times.filter(\.isFinite).sorted()
        guard sorted.count >= Self.fewest, let longest = sorted.last,
            let p95 = Quantile.of(0.95, sorted: sorted)
        else { return nil }
        let bound = OrderStatistics.interval(0.95, sorted: sorted)?.high ?? longest
        self.p95 = p95
        self.longest = longest
        limit = max(floor, bound, 1.25 * longest, 2 * sorted[sorted.count - 2])
    }
}
