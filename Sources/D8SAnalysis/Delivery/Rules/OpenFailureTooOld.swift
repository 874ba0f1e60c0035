import D8SModel

/// A failed deployment is still not repaired.
///
/// *Fires when* a deployment that needed intervention is not restored for longer than 24 hours and,
/// where there are at least 20 recoveries of the year, longer than the upper end of the 95 %
/// interval of their P95, 1.25 times the longest of them and twice the second longest.
///
/// *Silent when* every failure is restored, or the open ones are younger than that; the P95 alone
/// would fire at every twentieth repair of a healthy service.
///
/// *Why it matters*: users may be suffering right now, or an incident that is over was never closed.
enum OpenFailureTooOld {
    static let rule = Rule(
        name: "open-failure",
        title: "A failed deployment is still not repaired",
        firesWhen: "a deployment that needed intervention is not restored for longer than 24 "
            + "hours and, where there are at least 20 recoveries of the year, longer "
            + "than the upper end of the 95 % interval of their P95, 1.25 times the "
            + "longest of them and twice the second longest",
        silentWhen: "every failure is restored, or the open ones are younger than that; the "
            + "P95 alone would fire at every twentieth repair of a healthy service",
        whyItMatters: "users may be suffering right now, or an incident that is over was never "
            + "closed"
    )

    static let shortest = 86_400.0

    static func finding(_ service: ServiceDelivery, _ night: DeliveryNight) -> Finding? {
        let limit = limit(service.recoveries)
        let late = service.openFailures.filter { age($0, night) > limit }
        guard let newest = late.last, let oldest = late.first else { return nil }
        let isFresh =
            night.asOf.seconds(since: newest.deployment.finished)
            <= Double(night.windowDays) * 86_400
        let cause = Cause.failures(service)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .service, name: service.service.name),
            owner: service.service.team,
            severity: isFresh ? .critical : .info,
            measure: service.now.recoveryTime,
            since: oldest.deployment.finished,
            magnitude: Double(late.count),
            reach: Double(late.count),
            cause: cause,
            statements: statements(service, late, limit, night),
            actions: [action(newest)],
            evidence: Evidence(
                table: Proof.failures(late, "Failures that are still open", asOf: night.asOf),
                method: "age of each open failure against "
                    + (service.recoveries.count >= Extremes.fewest
                        ? "max(24 h, upper bound of the P95 by order statistics, 1.25 × the "
                            + "longest, 2 × the second longest) of \(service.recoveries.count) "
                            + "recoveries of the last 53 weeks"
                        : "24 hours, since \(service.recoveries.count) recoveries of the last 53 "
                            + "weeks are too few for a P95"),
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service, cause: cause)
            )
        )
    }

    /// The age in seconds from which an open failure is too old.
    static func limit(_ recoveries: [Double]) -> Double {
        Extremes(recoveries, floor: shortest)?.limit ?? shortest
    }

    private static func age(_ failure: JudgedDeployment, _ night: DeliveryNight) -> Double {
        night.asOf.seconds(since: failure.deployment.finished)
    }

    private static func statements(
        _ service: ServiceDelivery,
        _ late: [JudgedDeployment],
        _ limit: Double,
        _ night: DeliveryNight
    ) -> [Audience: Statement] {
        let (name, format) = (service.service.name, night.format)
        let longest = late.map { age($0, night) }.max() ?? 0
        let title =
            late.count == 1
            ? "A failed deployment of \(name) has been open for \(format.duration(longest))"
            : "\(format.whole(late.count)) failed deployments of \(name) are still open, the "
                + "oldest for \(format.duration(longest))"
        let names = late.suffix(3).reversed().map {
            "\($0.deployment.label) (\($0.interventions.map(\.words).joined(separator: ", ")))"
        }
        let more = late.count > 3 ? " and \(format.whole(late.count - 3)) more" : ""
        let usual = usual(service.recoveries, format)
        return [
            .executive: Statement(
                title: title,
                detail: "Users may still be affected. \(usual)"
            ),
            .devops: Statement(
                title: title,
                detail: "\(names.joined(separator: "; "))\(more). \(usual)"
            ),
            .analyst: Statement(
                title: title,
                detail: "\(format.whole(late.count)) of "
                    + "\(format.count(service.openFailures.count, "open failure")) "
                    + "\(late.count == 1 ? "is" : "are") older than "
                    + "\(format.duration(limit)); they are censored in the recovery time."
            ),
        ]
    }

    /// How long repairs took, as far as they are known.
    private static func usual(_ recoveries: [Double], _ format: Format) -> String {
        if let known = Extremes(recoveries, floor: shortest) {
            return "19 of 20 repairs took at most \(format.duration(known.p95)), the longest "
                + "\(format.duration(known.longest))."
        }
        guard let longest = recoveries.max() else {
            return "No other repair of the last 53 weeks is known."
        }
        return
            "The longest of \(format.count(recoveries.count, "repair")) in the last 53 weeks took "
            + "\(format.duration(longest))."
    }

    private static func action(_ newest: JudgedDeployment) -> Action {
        let label = newest.deployment.label
        for case .incident(let id, _) in newest.interventions {
            return Action(
                text: "Restore \(label), or close incident \(id) if its users are well again.",
                impact: .high,
                effort: .low
            )
        }
        return Action(
            text: "Roll back or repair \(label): no successful deployment followed it.",
            impact: .high,
            effort: .low
        )
    }
}
