import D8SModel

/// More deployments are repairs than before.
///
/// *Fires when* the rework rate of the last 28 days, or of the whole window, is at least 1.5 times
/// and 5 percentage points above that of the days before (as many as the window has), its 95 %
/// interval excludes the earlier rate, and Fisher's exact test against all earlier weeks of the
/// year, corrected for clusters and for the two spans, passes the night's false discovery rate.
///
/// *Silent when* there is no completed deployment to compare, when the rise is smaller, or when
/// chance explains it.
///
/// *Why it matters*: repairs take the place of planned work, and each follows a fault that users
/// saw.
enum ReworkRateWorse {
    static let rule = Rule(
        name: "rework-rate-worse",
        title: "More deployments are repairs than before",
        firesWhen: "the rework rate of the last 28 days, or of the whole window, is at least "
            + "1.5 times and 5 percentage points above that of the days before (as many "
            + "as the window has), its 95 % interval excludes the earlier rate, and "
            + "Fisher's exact test against all earlier weeks of the year, corrected for "
            + "clusters and for the two spans, passes the night's false discovery rate",
        silentWhen: "there is no completed deployment to compare, when the rise is smaller, "
            + "or when chance explains it",
        whyItMatters: "repairs take the place of planned work, and each follows a fault that users "
            + "saw"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        let spans = night.spans(of: service).compactMap { span in
            ShareWorse(
                service: service,
                night: night,
                span: span,
                measure: \.reworkRate,
                count: { ($0.reworks, $0.attempts) }
            ).suspicion { finding(service, night, $0) }
        }
        return .worst(of: spans)
    }

    private static func finding(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: ShareWorse.Shift
    ) -> Finding {
        let comparison = shift.comparison
        let cause = Cause.failures(service)
        return Finding(
            rule: rule.name,
            entity: comparison.now.entity,
            owner: service.service.team,
            severity: shift.missesTarget ? .critical : .warning,
            measure: comparison.now,
            baseline: comparison.before,
            since: shift.since,
            magnitude: comparison.value,
            confidence: 1 - shift.probability,
            reach: Double(comparison.now.k ?? 0),
            cause: cause,
            statements: statements(service, night, shift),
            actions: [action(service, night, shift.span)],
            evidence: Evidence(
                series: Proof.series(
                    "Share of deployments that are repairs, per week",
                    .reworkRate,
                    service,
                    night,
                    change: shift.since,
                    value: \.reworkShare
                ),
                table: table(service, shift.span),
                method: shift.method,
                considered: shift.considered,
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service, cause: cause, days: shift.span.days)
            )
        )
    }

    private static func statements(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: ShareWorse.Shift
    ) -> [Audience: Statement] {
        let (now, before) = (shift.comparison.now, shift.comparison.before)
        let (name, format) = (service.service.name, night.format)
        let share = Words.share(shift.comparison.value, format)
        let title = "\(name) spends \(share) on repairs"
        let since = Words.since(shift.since, night)
        let counts =
            "\(Words.counts(now, format)) deployments in the last \(shift.span.days) days were "
            + "repairs; in the \(shift.span.beforeDays) days before it was "
            + "\(format.value(before.value, .ratio)) (\(Words.counts(before, format)))\(since)."
        return [
            .executive: Statement(
                title: title,
                detail: counts + " That time is missing from planned work."
            ),
            .devops: Statement(title: title, detail: counts),
            .analyst: Statement(
                title: "\(name)'s rework rate rose from \(format.value(before.value, .ratio)) to "
                    + "\(format.value(now.value, .ratio))",
                detail: "\(Words.exact(now, format)) over \(shift.span.days) days in "
                    + "\(service.environment), after \(Words.exact(before, format)) in the "
                    + "\(shift.span.beforeDays) days before.\(Words.onset(shift.since, shift.probability, night))"
            ),
        ]
    }

    private static func reworks(
        _ service: ServiceDelivery,
        _ span: DeliverySpan
    ) -> [JudgedDeployment] {
        service.deployments.filter { span.isRecent($0) && $0.isRework }
    }

    private static func action(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ span: DeliverySpan
    ) -> Action {
        let count = reworks(service, span).count
        return Action(
            text: "Look at what the \(night.format.count(count, "repair")) repaired, and add the "
                + "check that would have caught most of it before it was deployed.",
            impact: .high,
            effort: .medium
        )
    }

    private static func table(_ service: ServiceDelivery, _ span: DeliverySpan) -> EvidenceTable {
        EvidenceTable(
            title: "Deployments that were repairs",
            columns: ["Deployment", "Finished", "Reason", "Evidence"],
            rows: reworks(service, span).reversed().prefix(50).map {
                [
                    .code($0.deployment.label), .time($0.deployment.finished),
                    .text($0.deployment.rework?.rawValue ?? "repair"),
                    .text($0.deployment.reworkEvidence ?? "as its source says"),
                ]
            }
        )
    }
}
