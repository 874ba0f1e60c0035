import D8SModel

/// A service has no successful deployment at all.
///
/// *Fires when* a service is known to the history (by a change, an incident, an attempt or its name)
/// and no deployment of it to this environment ever succeeded.
///
/// *Silent when* there is at least one.
///
/// *Why it matters*: nothing can be measured; a service that nobody sees must not look fine.
enum NeverDeployed {
    static let rule = Rule(
        name: "never-deployed",
        title: "A service has no deployment at all",
        firesWhen: "a service is known to the history (by a change, an incident, an attempt or its "
            + "name) and no deployment of it to this environment ever succeeded",
        silentWhen: "there is at least one",
        whyItMatters: "nothing can be measured; a service that nobody sees must not look fine"
    )

    static func finding(_ service: ServiceDelivery, _ night: DeliveryNight) -> Finding? {
        guard service.lastDeployment == nil else { return nil }
        let (name, environment) = (service.service.name, service.environment)
        let title = "\(name) has no successful deployment to \(environment)"
        let attempts = night.format.count(service.deployments.count, "attempt")
        let statement = { (detail: String) in Statement(title: title, detail: detail) }
        let cause = "never-deployed"
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .service, name: name),
            owner: service.service.team,
            severity: .warning,
            magnitude: 1,
            cause: cause,
            statements: [
                .executive: statement("How \(name) is delivered cannot be seen at all."),
                .devops: statement(
                    "The history holds \(attempts) of the last \(2 * night.windowDays) days and no "
                        + "success. Either it runs under another environment's name, or its "
                        + "deployments are not collected."
                ),
                .analyst: statement("No measure of \(name) in \(environment) has a value."),
            ],
            actions: [
                Action(
                    text: "Check the environment's name and the tag pattern of \(name) in the "
                        + "configuration, or import its deployments.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: "no successful deployment of any age",
                data: "\(attempts) in both windows, none successful",
                commands: night.commands(rule, service, cause: cause)
            )
        )
    }
}
