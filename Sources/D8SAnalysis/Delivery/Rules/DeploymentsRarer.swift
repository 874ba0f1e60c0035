import D8SModel

/// Deployments have become rarer.
///
/// *Fires when* the median time between deployments of the window is at least 1.5 times and 1 hour
/// above that of the window before, its 95 % interval excludes the earlier one, and a rank-sum test
/// of the weekly numbers of deployments against those of the year before passes the night's false
/// discovery rate.
///
/// *Silent when* either window has fewer than two deployments, when single weeks (holidays) explain
/// it, or chance.
///
/// *Why it matters*: rarer deployments are larger ones, with more risk in each and later feedback.
enum DeploymentsRarer {
    static let rule = Rule(
        name: "deployments-rarer",
        title: "Deployments have become rarer",
        firesWhen: "the median time between deployments of the window is at least 1.5 times and 1 "
            + "hour above that of the window before, its 95 % interval excludes the earlier one, "
            + "and a rank-sum test of the weekly numbers of deployments against those of the year "
            + "before passes the night's false discovery rate",
        silentWhen: "either window has fewer than two deployments, when single weeks (holidays) "
            + "explain it, or chance",
        whyItMatters: "rarer deployments are larger ones, with more risk in each and later feedback"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        let test = TimeWorse(
            service: service,
            night: night,
            measure: \.deploymentGap,
            step: 3600,
            recent: night.weeks(of: service).map { -Double($0.deployments) },
            earlier: night.earlierWeeks(of: service).map { -Double($0.deployments) },
            unit: "weekly numbers of deployments",
            weekly: { $0.deployments > 0 ? 7 * 86_400 / Double($0.deployments) : nil }
        )
        return test.suspicion { test.finding($0, wording(service, night, $0.comparison)) }
    }

    private static func wording(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ comparison: Comparison
    ) -> TimeWorse.Wording {
        let (name, format) = (service.service.name, night.format)
        let (now, before) = (service.now.deploymentFrequency, service.before.deploymentFrequency)
        let quiet = night.weeks(of: service).count { $0.deployments == 0 }
        return TimeWorse.Wording(
            rule: rule,
            title: "\(name) is deployed less often than before",
            consequence: "Users get improvements later, and each deployment carries more risk.",
            fact: "\(format.whole(now.n)) deployments in \(night.windowDays) days, against "
                + "\(format.whole(before.n)) in the \(night.windowDays) days before.",
            action: Action(
                text: "Find out whether less is being built or finished work is waiting; if it is "
                    + "waiting, deploy it in smaller pieces.",
                impact: .medium,
                effort: .low
            ),
            seriesTitle: "Time between deployments per week",
            table: Proof.weeks(service, "Deployments by week", ["Deployments", "Days with one"]) {
                [
                    .number(Double($0.deployments), .count),
                    .number(Double($0.deploymentDays), .count),
                ]
            },
            considered: [
                "weeks without any deployment (holidays, a freeze): \(format.whole(quiet)) of the "
                    + "window's \(format.whole(night.weeks(of: service).count)) full weeks"
            ]
        )
    }
}
