import D8SModel

/// More deployments are repairs than before.
///
/// *Fires when* the rework rate of the window is at least 1.5 times and 5 percentage points above
/// that of the window before, its 95 % interval excludes the earlier rate, and Fisher's exact test
/// against all earlier weeks of the year, corrected for clusters, passes the night's false discovery
/// rate.
///
/// *Silent when* either window has no completed deployment, when the rise is smaller, or when chance
/// explains it.
///
/// *Why it matters*: repairs take the place of planned work, and each follows a fault that users
/// saw.
enum ReworkRateWorse {
    static let rule = Rule(
        name: "rework-rate-worse",
        title: "More deployments are repairs than before",
        firesWhen: "the rework rate of the window is at least 1.5 times and 5 percentage points "
            + "above that of the window before, its 95 % interval excludes the earlier rate, and "
            + "Fisher's exact test against all earlier weeks of the year, corrected for clusters, "
            + "passes the night's false discovery rate",
        silentWhen: "either window has no completed deployment, when the rise is smaller, or when "
            + "chance explains it",
        whyItMatters: "repairs take the place of planned work, and each follows a fault that users "
            + "saw"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        ShareWorse(
            service: service,
            night: night,
            measure: \.reworkRate,
            count: { ($0.reworks, $0.attempts) }
        ).suspicion { finding(service, night, $0) }
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
            actions: [action(service, night)],
            evidence: Evidence(
                series: Proof.series(
                    "Share of deployments that are repairs, per week",
                    .reworkRate,
                    service,
                    night,
                    change: shift.since,
                    value: \.reworkShare
                ),
                table: table(service, night),
                method: shift.method,
                considered: shift.considered,
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service, cause: cause)
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
            "\(Words.counts(now, format)) deployments were repairs\(since), against "
            + "\(Words.counts(before, format)) in the \(night.windowDays) days before."
        return [
            .executive: Statement(
                title: title,
                detail: counts + " That time is missing from planned work."
            ),
            .devops: Statement(title: title, detail: counts),
            .analyst: Statement(
                title: "\(name)'s rework rate rose from \(format.value(before.value, .ratio)) to "
                    + "\(format.value(now.value, .ratio))",
                detail: "\(Words.exact(now, format)) over \(night.windowDays) days in "
                    + "\(service.environment), after \(Words.exact(before, format)) in the window "
                    + "before.\(Words.onset(shift.since, shift.probability, night))"
            ),
        ]
    }

    private static func reworks(
        _ service: ServiceDelivery,
        _ night: DeliveryNight
    ) -> [JudgedDeployment] {
        service.deployments.filter { night.isInWindow($0) && $0.isRework }
    }

    private static func action(_ service: ServiceDelivery, _ night: DeliveryNight) -> Action {
        let count = reworks(service, night).count
        return Action(
            text: "Look at what the \(night.format.count(count, "repair")) repaired, and add the "
                + "check that would have caught most of it before it was deployed.",
            impact: .high,
            effort: .medium
        )
    }

    private static func table(_ service: ServiceDelivery, _ night: DeliveryNight) -> EvidenceTable {
        EvidenceTable(
            title: "Deployments that were repairs",
            columns: ["Deployment", "Finished", "Reason", "Evidence"],
            rows: reworks(service, night).reversed().prefix(50).map {
                [
                    .code($0.deployment.label), .time($0.deployment.finished),
                    .text($0.deployment.rework?.rawValue ?? "repair"),
                    .text($0.deployment.reworkEvidence ?? "as its source says"),
                ]
            }
        )
    }
}
