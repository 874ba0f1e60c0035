import D8SModel

/// Too many changes belong to no known deployment.
///
/// *Fires when* less than 95 % (or the target of `mapped_changes`) of the changes could be mapped to
/// a deployment, out of at least 20.
///
/// *Silent when* there are fewer than 20 changes, or enough of them are mapped. Changes that are not
/// deployed yet are not unmapped.
///
/// *Why it matters*: lead times are computed from the mapped changes only, and get no level.
enum UnmappedChanges {
    static let rule = Rule(
        name: "unmapped-changes",
        title: "Too many changes belong to no known deployment",
        firesWhen: "less than 95 % (or the target of mapped_changes) of the changes could be "
            + "mapped to a deployment, out of at least 20",
        silentWhen: "there are fewer than 20 changes, or enough of them are mapped; changes that "
            + "are not deployed yet are not unmapped",
        whyItMatters: "lead times are computed from the mapped changes only, and get no level"
    )

    static let fewestChanges = 20

    static func finding(_ service: ServiceDelivery, _ night: DeliveryNight) -> Finding? {
        let mapped = service.now.mappedChanges
        let name = service.service.name
        let limit = night.policy.target(.mappedChanges, of: name) ?? 0.95
        guard mapped.n >= fewestChanges, let value = mapped.value, value < limit else {
            return nil
        }
        return Finding(
            rule: rule.name,
            entity: mapped.entity,
            owner: service.service.team,
            severity: value < 0.5 ? .warning : .info,
            measure: mapped,
            baseline: service.before.mappedChanges,
            magnitude: 1 - value,
            reach: Double(mapped.n - (mapped.k ?? 0)),
            statements: statements(service, night, mapped, value),
            actions: [
                Action(
                    text: "Correct the deployment ids of the changes of \(name), or import the "
                        + "deployments they name.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: mapped.method,
                data: Proof.data(service, night.format),
                commands: night.commands(rule, service)
            )
        )
    }

    private static func statements(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ mapped: Measure,
        _ value: Double
    ) -> [Audience: Statement] {
        let (name, format) = (service.service.name, night.format)
        let lost = mapped.n - (mapped.k ?? 0)
        let title =
            "\(format.percent(1 - value)) of \(name)'s changes belong to no known deployment"
        let detail =
            "\(format.whole(lost)) of \(format.whole(mapped.n)) changes of the last "
            + "\(night.windowDays) days name a deployment that is not in the history, or one whose "
            + "revision is unknown."
        return [
            .executive: Statement(
                title: title,
                detail: "Until that is corrected, nobody can tell how long \(name)'s changes take "
                    + "to reach users."
            ),
            .devops: Statement(title: title, detail: detail),
            .analyst: Statement(
                title: title,
                detail: "Mapped: \(Words.exact(mapped, format)). The lead time gets no level."
            ),
        ]
    }
}
