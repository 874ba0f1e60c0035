import D8SModel

/// More deployments go wrong than before.
///
/// *Fires when* the change fail rate of the last 28 days, or of the whole window, is at least 1.5
/// times and 5 percentage points above that of the days before (as many as the window has), its 95
/// % interval excludes the earlier rate, and Fisher's exact test against all earlier weeks of the
/// year, corrected for clusters and for the two spans, passes the night's false discovery rate.
///
/// *Silent when* there is no completed deployment to compare, when the rise is smaller, or when
/// chance explains it.
///
/// *Why it matters*: each failed deployment is a fault that users see, and unplanned work.
enum ChangeFailRateWorse {
    static let rule = Rule(
        name: "change-fail-rate-worse",
        title: "More deployments go wrong than before",
        firesWhen: "the change fail rate of the last 28 days, or of the whole window, is at "
            + "least 1.5 times and 5 percentage points above that of the days before "
            + "(as many as the window has), its 95 % interval excludes the earlier "
            + "rate, and Fisher's exact test against all earlier weeks of the year, "
            + "corrected for clusters and for the two spans, passes the night's false "
            + "discovery rate",
        silentWhen: "there is no completed deployment to compare, when the rise is smaller, "
            + "or when chance explains it",
        whyItMatters: "each failed deployment is a fault that users see, and unplanned work"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        let spans = night.spans(of: service).compactMap { span in
            ShareWorse(
                service: service,
                night: night,
                span: span,
                measure: \.changeFailRate,
                count: { ($0.failures, $0.attempts) }
            ).suspicion { finding(service, night, $0) }
        }
        return .worst(of: spans)
    }

    private static func finding(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: ShareWorse.Shift
    ) -> Finding {
        let sentences = ChangeFailRateSentences(service: service, night: night, shift: shift)
        let comparison = shift.comparison
        let isSevere = comparison.value >= 0.3 && comparison.factor >= 2
        let cause = Cause.failures(service)
        return Finding(
            rule: rule.name,
            entity: comparison.now.entity,
            owner: service.service.team,
            severity: isSevere || shift.missesTarget ? .critical : .warning,
            measure: comparison.now,
            baseline: comparison.before,
            since: shift.since,
            magnitude: comparison.value,
            confidence: 1 - shift.probability,
            reach: Double(comparison.now.k ?? 0),
            cause: cause,
            statements: sentences.statements,
            actions: sentences.actions,
            evidence: Evidence(
                series: Proof.series(
                    "Change fail rate per week",
                    .changeFailRate,
                    service,
                    night,
                    change: shift.since,
                    value: \.failShare
                ),
                table: Proof.failures(
                    service.deployments.filter(shift.span.isRecent),
                    "Deployments that needed intervention",
                    asOf: night.asOf
                ),
                method: shift.method,
                considered: shift.considered + [sentences.size].compactMap(\.self),
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service, cause: cause, days: shift.span.days)
            )
        )
    }
}
