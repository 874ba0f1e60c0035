import D8SModel

/// Failed deployments take longer to recover from than before.
///
/// *Fires when* the median recovery time of the last 28 days, or of the whole window, is at least
/// 1.5 times and 15 minutes above that of the days before (as many as the window has), its 95 %
/// interval excludes the earlier one, and a rank-sum test of the recoveries against those of these
/// days, corrected for the two spans, passes the night's false discovery rate; a failure that is
/// still open counts with its age, which is less than it will be.
///
/// *Silent when* there is no failure to compare, when there are too few to tell, or when chance
/// explains it.
///
/// *Why it matters*: it is how long users suffer from a failed deployment.
enum RecoveryWorse {
    static let rule = Rule(
        name: "recovery-worse",
        title: "Failed deployments take longer to recover from than before",
        firesWhen: "the median recovery time of the last 28 days, or of the whole window, is "
            + "at least 1.5 times and 15 minutes above that of the days before (as many "
            + "as the window has), its 95 % interval excludes the earlier one, and a "
            + "rank-sum test of the recoveries against those of these days, corrected "
            + "for the two spans, passes the night's false discovery rate; a failure "
            + "that is still open counts with its age, which is less than it will be",
        silentWhen: "there is no failure to compare, when there are too few to tell, or when "
            + "chance explains it",
        whyItMatters: "it is how long users suffer from a failed deployment"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        .worst(of: night.spans(of: service).compactMap { suspicion(service, night, $0) })
    }

    private static func suspicion(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ span: DeliverySpan
    ) -> Suspicion? {
        let (before, recent) = (span.before.window, span.now.window)
        let test = TimeWorse(
            service: service,
            night: night,
            span: span,
            measure: \.recoveryTime,
            step: 900,
            recent: durations(service, recent, night.asOf),
            earlier: durations(service, before, night.asOf),
            unit: "recoveries",
            weekly: \.medianRecovery
        )
        return test.suspicion { test.finding($0, wording(service, night, $0)) }
    }

    /// How long the failures of a window lasted, or have lasted so far.
    static func durations(
        _ service: ServiceDelivery,
        _ window: Window,
        _ asOf: Instant
    ) -> [Double] {
        service.deployments
            .filter { $0.neededIntervention && window.contains($0.deployment.finished) }
            .map { ($0.restored ?? asOf).seconds(since: $0.deployment.finished) }
    }

    private static func wording(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: TimeWorse.Shift
    ) -> TimeWorse.Wording {
        let (span, comparison) = (shift.span, shift.comparison)
        let (name, format) = (service.service.name, night.format)
        let failures = service.deployments.filter(span.isRecent)
        let longest = failures.filter(\.neededIntervention).max {
            length($0, night) < length($1, night)
        }
        let fact = longest.map {
            "The longest was \($0.deployment.label) with "
                + "\(format.value(length($0, night), .seconds))."
        }
        return TimeWorse.Wording(
            rule: rule,
            title: "Failed deployments of \(name) take \(Words.times(comparison.factor, format)) "
                + "as long to repair",
            consequence: "Users wait that much longer each time.",
            fact: fact ?? "",
            action: Action(
                text: "Rehearse the rollback of \(name): write down how long noticing, deciding "
                    + "and restoring took in the last failures, and shorten the longest of them.",
                impact: .high,
                effort: .medium
            ),
            seriesTitle: "Median recovery time per week",
            table: Proof.failures(failures, "Failed deployments", asOf: night.asOf),
            considered: [
                "failures still open, counted with their age: "
                    + format.whole(span.now.openFailures)
            ]
        )
    }

    private static func length(_ failure: JudgedDeployment, _ night: DeliveryNight) -> Double {
        (failure.restored ?? night.asOf).seconds(since: failure.deployment.finished)
    }
}
