import D8SModel

/// Nothing has been deployed for longer than this service ever paused.
///
/// *Fires when* the time since the last successful deployment is over 3 days, over the upper end of
/// the 95 % interval of the P95 of the year's gaps, over 1.25 times the longest of them and over
/// twice the second longest, from at least 20 gaps; and, as information, in the first 28 days after
/// a service has not been deployed for 53 weeks.
///
/// *Silent when* the service has fewer than 20 gaps in 53 weeks, paused as long before (a yearly
/// freeze), or is dormant for more than 57 weeks; the P95 alone would fire at every twentieth gap
/// of a healthy service.
///
/// *Why it matters*: either finished work is stuck, or deployments are no longer recorded.
enum NoDeploymentForLong {
    static let rule = Rule(
        name: "no-deployment",
        title: "Nothing has been deployed for unusually long",
        firesWhen: "the time since the last successful deployment is over 3 days, over the "
            + "upper end of the 95 % interval of the P95 of the year's gaps, over 1.25 "
            + "times the longest of them and over twice the second longest, from at "
            + "least 20 gaps; and, as information, in the first 28 days after a service "
            + "has not been deployed for 53 weeks",
        silentWhen: "the service has fewer than 20 gaps in 53 weeks, paused as long before (a "
            + "yearly freeze), or is dormant for more than 57 weeks; the P95 alone "
            + "would fire at every twentieth gap of a healthy service",
        whyItMatters: "either finished work is stuck, or deployments are no longer recorded"
    )

    static let shortest = 3 * 86_400.0
    static let year = 53 * 7 * 86_400.0
    static let dormantFor = 28 * 86_400.0

    static func finding(_ service: ServiceDelivery, _ night: DeliveryNight) -> Finding? {
        guard let last = service.lastDeployment else { return nil }
        let silence = night.asOf.seconds(since: last)
        if silence > year {
            guard silence <= year + dormantFor, service.deploymentsEver > 1 else { return nil }
            return finding(service, night, silence: silence, usual: nil, severity: .info)
        }
        guard let usual = Extremes(service.gaps, floor: shortest), silence > usual.limit else {
            return nil
        }
        let severity: Severity = silence > 2 * usual.limit ? .critical : .warning
        return finding(service, night, silence: silence, usual: usual, severity: severity)
    }

    private static func finding(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        silence: Double,
        usual: Extremes?,
        severity: Severity
    ) -> Finding {
        Finding(
            rule: rule.name,
            entity: Entity(kind: .service, name: service.service.name),
            owner: service.service.team,
            severity: severity,
            measure: service.now.deploymentGap,
            since: service.lastDeployment,
            magnitude: silence / 86_400,
            statements: statements(service, night, silence, usual),
            actions: [action],
            evidence: Evidence(
                series: Proof.series(
                    "Deployments per week",
                    .deploymentFrequency,
                    service,
                    night,
                    change: service.lastDeployment,
                    value: { Double($0.deployments) / 7 }
                ),
                table: table(service),
                method: "time from the last success to the as-of instant against max(3 d, upper "
                    + "bound of the P95 of the gaps by order statistics, 1.25 × the longest, "
                    + "2 × the second longest gap) of the last 53 weeks",
                considered: [
                    "pauses of the last 53 weeks, holidays among them: the longest took "
                        + (usual.map { night.format.value($0.longest, .seconds) } ?? "no time: "
                            + "there were none")
                ],
                data: "\(night.format.count(service.gaps.count, "gap")) in the last 53 weeks, "
                    + "\(night.format.count(service.deploymentsEver, "deployment")) in all",
                commands: night.commands(rule, service)
            )
        )
    }

    private static let action = Action(
        text: "Check whether deployments still reach the history; if they do, find out what holds "
            + "the finished work back.",
        impact: .medium,
        effort: .low
    )

    private static func statements(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ silence: Double,
        _ usual: Extremes?
    ) -> [Audience: Statement] {
        let (name, format) = (service.service.name, night.format)
        let title = "\(name) has not been deployed for \(format.duration(silence))"
        let last = service.lastDeployment.map { format.date($0, reference: night.asOf) }
        let pause =
            usual.map {
                "19 of 20 pauses were shorter than \(format.duration($0.p95)), the longest took "
                    + "\(format.duration($0.longest))."
            } ?? "It had been deployed \(format.count(service.deploymentsEver, "time")) before."
        let ending = "The last successful deployment was on \(last ?? "an unknown day"). "
        return [
            .executive: Statement(
                title: title,
                detail: ending + "No improvement has reached users since then. " + pause
            ),
            .devops: Statement(title: title, detail: ending + pause),
            .analyst: Statement(
                title: title,
                detail: ending + pause + " \(format.count(service.gaps.count, "gap")) in 53 weeks."
            ),
        ]
    }

    private static func table(_ service: ServiceDelivery) -> EvidenceTable {
        EvidenceTable(
            title: "The last deployments",
            columns: ["Deployment", "Finished", "Direction"],
            rows: service.deployments.suffix(20).reversed().map {
                [
                    .code($0.deployment.label), .time($0.deployment.finished),
                    .text($0.direction.rawValue),
                ]
            }
        )
    }
}
