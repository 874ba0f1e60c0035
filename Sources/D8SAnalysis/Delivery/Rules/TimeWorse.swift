import D8SModel

/// The test whether a time (lead time, recovery, time between deployments) is longer than it was.
struct TimeWorse {
    /// What the test found, for the sentences.
    struct Shift {
        let span: DeliverySpan
        let comparison: Comparison
        let probability: Double
        let since: Instant?
        let missesTarget: Bool
        let method: String
    }

    /// The least rise that matters, beside a step that each rule sets.
    static let factor = 1.5

    let service: ServiceDelivery
    let night: DeliveryNight
    let span: DeliverySpan
    let measure: KeyPath<DeliveryMetrics, Measure>
    let step: Double
    /// What ranks higher when things are worse, one value per independent unit: the span's, and
    /// those before it.
    let recent: [Double]
    let earlier: [Double]
    /// The unit in words: `weekly medians`.
    let unit: String
    /// The weekly values that show the moment of change.
    let weekly: (DeliveryWeek) -> Double?

    func suspicion(_ finding: @escaping (Shift) -> Finding) -> Suspicion? {
        let (now, before) = (span.now[keyPath: measure], span.before[keyPath: measure])
        guard let comparison = Comparison(now, before), !recent.isEmpty, !earlier.isEmpty else {
            return nil
        }
        return Suspicion(
            probability: RankSum.higher(recent, than: earlier) ?? 1,
            smallest: RankSum.smallest(recent.count, earlier.count),
            isHarm: comparison.isWorse(byFactor: Self.factor, andStep: step)
        ) { probability in
            let target = night.policy.target(now.name, of: service.service.name)
            return finding(
                Shift(
                    span: span,
                    comparison: comparison,
                    probability: probability,
                    since: since(),
                    missesTarget: target.map { comparison.interval.low > $0 } ?? false,
                    method: method(now, probability)
                )
            )
        }
    }

    private func since() -> Instant? {
        let weeks = night.stretchesOfChange(service)
        let known = weeks.compactMap { week in weekly(week).map { (week.start, $0) } }
        return Split.ofValues(known.map(\.1)).map { known[$0].0 }
    }

    private func method(_ now: Measure, _ probability: Double) -> String {
        let format = night.format
        return "\(now.method); rank-sum test (exact permutation), one-sided, of "
            + "\(format.whole(recent.count)) \(unit) against \(format.whole(earlier.count)) "
            + "earlier ones, \(Words.spans(night, service)), \(Words.probability(probability, format)); Benjamini–Hochberg over "
            + "services, Simes within; moment of change by maximum likelihood"
    }
}
