import D8SModel

/// The test whether a share of deployments is worse than it was.
struct ShareWorse {
    /// What the test found, for the sentences.
    struct Shift {
        let span: DeliverySpan
        let comparison: Comparison
        let probability: Double
        let since: Instant?
        let missesTarget: Bool
        let method: String
        let considered: [String]
    }

    /// The least rise that matters.
    static let factor = 1.5
    static let step = 0.05

    let service: ServiceDelivery
    let night: DeliveryNight
    let span: DeliverySpan
    let measure: KeyPath<DeliveryMetrics, Measure>
    let count: (DeliveryWeek) -> WeeklyShares.Count

    func suspicion(_ finding: @escaping (Shift) -> Finding) -> Suspicion? {
        let (now, before) = (span.now[keyPath: measure], span.before[keyPath: measure])
        guard let comparison = Comparison(now, before) else { return nil }
        let recent = WeeklyShares(weeks: night.stretches(service, in: span).map(count))
        let earlier = WeeklyShares(
            weeks: night.stretches(service, before: span).map(count)
        )
        guard recent.whole > 0, earlier.whole > 0 else { return nil }
        let smallest = FisherExact.smallest(
            parts: recent.part + earlier.part,
            first: recent.whole,
            second: earlier.whole
        )
        return Suspicion(
            probability: recent.test(against: earlier)?.probability ?? 1,
            smallest: smallest,
            isHarm: comparison.isWorse(byFactor: Self.factor, andStep: Self.step)
        ) { probability in
            let scatter = recent.test(against: earlier)?.scatter ?? 1
            return finding(shift(comparison, probability, scatter, recent, earlier))
        }
    }

    private func shift(
        _ comparison: Comparison,
        _ probability: Double,
        _ scatter: Double,
        _ recent: WeeklyShares,
        _ earlier: WeeklyShares
    ) -> Shift {
        let target = night.policy.target(comparison.now.name, of: service.service.name)
        return Shift(
            span: span,
            comparison: comparison,
            probability: probability,
            since: since(),
            missesTarget: target.map { comparison.interval.low > $0 } ?? false,
            method: method(probability, scatter, recent, earlier),
            considered: considered(comparison, scatter)
        )
    }

    /// The week at which the share most likely rose, or the first of its deployments that counts.
    private func since() -> Instant? {
        let weeks = night.stretchesOfChange(service)
        guard let index = Split.ofShares(weeks.map(count)) else { return nil }
        let start = weeks[index].start
        let isRework = measure == \DeliveryMetrics.reworkRate
        let first = service.deployments.first {
            $0.deployment.finished >= start && (isRework ? $0.isRework : $0.neededIntervention)
        }
        return first?.deployment.finished ?? start
    }

    private func method(
        _ probability: Double,
        _ scatter: Double,
        _ recent: WeeklyShares,
        _ earlier: WeeklyShares
    ) -> String {
        let format = night.format
        let weeks =
            "\(format.whole(recent.part))/\(format.whole(recent.whole)) in the "
            + "\(format.count(recent.weeks.count, "stretch", "stretches")) of seven days against \(format.whole(earlier.part))/\(format.whole(earlier.whole)) in "
            + "the \(format.whole(earlier.weeks.count)) before"
        let clusters =
            scatter > 1
            ? ", normal score divided by √\(format.number(scatter)) for clusters" : ""
        return "Wilson 95 % intervals; Fisher's exact test, one-sided, \(weeks)\(clusters), "
            + "\(Words.spans(night, service)), "
            + "\(Words.probability(probability, format)); Benjamini–Hochberg over services, "
            + "Simes within; moment of change by maximum likelihood"
    }

    private func considered(_ comparison: Comparison, _ scatter: Double) -> [String] {
        let (now, before) = (comparison.now, comparison.before)
        let format = night.format
        var all = [
            "number of deployments: \(format.whole(now.n)) against \(format.whole(before.n)) before",
            scatter > 1
                ? "clusters: weeks scatter \(format.number(scatter)) times as much as independent "
                    + "deployments would; corrected"
                : "clusters: weeks scatter no more than independent deployments would",
        ]
        let difference = Wilson.difference(
            (now.k ?? 0, now.n),
            minus: (before.k ?? 0, before.n)
        )
        if let difference {
            all.append(
                "difference to the \(span.beforeDays) days before: "
                    + "\(format.fixed((comparison.value - comparison.earlier) * 100, 1)) points, "
                    + "95 % interval \(format.fixed(difference.low * 100, 1)) to "
                    + "\(format.fixed(difference.high * 100, 1)) (Newcombe)"
            )
        }
        return all
    }
}
