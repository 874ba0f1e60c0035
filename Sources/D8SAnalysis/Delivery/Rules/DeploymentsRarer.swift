import D8SModel

/// Deployments have become rarer.
///
/// *Fires when* the median time between deployments of the last 28 days, or of the whole window, is
/// at least 1.5 times and 1 hour above that of the days before (as many as the window has), its 95
/// % interval excludes the earlier one, and a rank-sum test of the weekly numbers of deployments
/// against those of the year before, corrected for the two spans, passes the night's false
/// discovery rate.
///
/// *Silent when* there are fewer than two deployments to compare, when single weeks (holidays)
/// explain it, or chance.
///
/// *Why it matters*: rarer deployments are larger ones, with more risk in each and later feedback.
enum DeploymentsRarer {
    static let rule = Rule(
        name: "deployments-rarer",
        title: "Deployments have become rarer",
        firesWhen: "the median time between deployments of the last 28 days, or of the whole "
            + "window, is at least 1.5 times and 1 hour above that of the days before "
            + "(as many as the window has), its 95 % interval excludes the earlier one, "
            + "and a rank-sum test of the weekly numbers of deployments against those "
            + "of the year before, corrected for the two spans, passes the night's "
            + "false discovery rate",
        silentWhen: "there are fewer than two deployments to compare, when single weeks "
            + "(holidays) explain it, or chance",
        whyItMatters: "rarer deployments are larger ones, with more risk in each and later feedback"
    )

    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        .worst(of: night.spans(of: service).compactMap { suspicion(service, night, $0) })
    }

    private static func suspicion(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ span: DeliverySpan
    ) -> Suspicion? {
        let test = TimeWorse(
            service: service,
            night: night,
            span: span,
            measure: \.deploymentGap,
            step: 3600,
            recent: night.stretches(service, in: span).map { -Double($0.deployments) },
            earlier: night.stretches(service, before: span).map { -Double($0.deployments) },
            unit: "weekly numbers of deployments",
            weekly: { $0.deployments > 0 ? 7 * 86_400 / Double($0.deployments) : nil }
        )
        return test.suspicion { test.finding($0, wording(service, night, $0)) }
    }

    private static func wording(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: TimeWorse.Shift
    ) -> TimeWorse.Wording {
        let span = shift.span
        let (name, format) = (service.service.name, night.format)
        let (now, before) = (span.now.deploymentFrequency, span.before.deploymentFrequency)
        let quiet = night.stretches(service, in: span).count { $0.deployments == 0 }
        return TimeWorse.Wording(
            rule: rule,
            title: "\(name) is deployed less often than before",
            consequence: "Users get improvements later, and each deployment carries more risk.",
            fact: "\(format.whole(now.n)) deployments in the last \(span.days) days, against "
                + "\(format.whole(before.n)) in the \(span.beforeDays) days before.",
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
                    + "last \(format.whole(night.stretches(service, in: span).count))"
            ]
        )
    }
}
