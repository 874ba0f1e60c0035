import D8SModel

/// A measure misses the target that was set for it.
///
/// *Fires when* the whole 95 % interval of a measure lies on the wrong side of the service's target,
/// and an exact test against the target (binomial for rates, sign test for times, Poisson for the
/// frequency) passes the night's false discovery rate.
///
/// *Silent when* no target is set, when the measure has no value, or when the interval holds the
/// target.
///
/// *Why it matters*: somebody promised this level to the people who depend on the service.
enum WorseThanTarget {
    static let rule = Rule(
        name: "target-missed",
        title: "A measure misses its target",
        firesWhen: "the whole 95 % interval of a measure lies on the wrong side of the service's "
            + "target, and an exact test against the target (binomial for rates, sign test for "
            + "times, Poisson for the frequency) passes the night's false discovery rate",
        silentWhen: "no target is set, when the measure has no value, or when the interval holds "
            + "the target",
        whyItMatters: "somebody promised this level to the people who depend on the service"
    )

    /// The measures that may have a target here; mapped changes have their own rule.
    static let measures: [MeasureName] = [
        .changeFailRate, .changeLeadTime, .changeLeadTimeP75, .changeLeadTimeP95, .recoveryTime,
        .deploymentFrequency, .deploymentDaysPerWeek, .deploymentGap, .reworkRate,
    ]

    static func suspicions(_ service: ServiceDelivery, _ night: DeliveryNight) -> [Suspicion] {
        measures.compactMap { name in
            guard let target = night.policy.target(name, of: service.service.name),
                let measure = service.now.all.first(where: { $0.name == name }),
                let value = measure.value, let interval = measure.interval,
                let test = TargetTest(service, night, measure, target)
            else { return nil }
            let isMissed = name.higherIsHarm ? interval.low > target : interval.high < target
            return Suspicion(
                probability: test.probability,
                smallest: test.smallest,
                isHarm: isMissed
            ) { probability in
                let missed = TargetSentences(
                    service: service,
                    night: night,
                    measure: measure,
                    value: value,
                    target: target
                )
                return finding(missed, test.name, probability)
            }
        }
    }

    private static func finding(
        _ missed: TargetSentences,
        _ test: String,
        _ probability: Double
    ) -> Finding {
        let (service, night) = (missed.service, missed.night)
        let cause = Cause.of(missed.measure.name, service)
        return Finding(
            rule: rule.name,
            entity: missed.measure.entity,
            owner: service.service.team,
            severity: missed.excess >= 2 ? .critical : .warning,
            measure: missed.measure,
            baseline: service.before.all.first { $0.name == missed.measure.name },
            magnitude: missed.excess,
            confidence: 1 - probability,
            reach: Double(missed.measure.k ?? missed.measure.n),
            cause: cause,
            statements: missed.statements,
            actions: [missed.action],
            evidence: Evidence(
                series: missed.series,
                table: missed.table,
                method: "\(missed.measure.method); \(test), "
                    + "\(Words.probability(probability, night.format)); Benjamini–Hochberg over "
                    + "services, Simes within",
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service, cause: cause)
            )
        )
    }
}
