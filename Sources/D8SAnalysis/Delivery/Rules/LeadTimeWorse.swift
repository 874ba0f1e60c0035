import D8SModel

/// Changes take longer to reach users than before.
///
/// *Fires when* the median lead time of the last 28 days, or of the whole window, is at least 1.5
/// times and 1 hour above that of the days before (as many as the window has), its 95 % interval
/// excludes the earlier one, and a rank-sum test of the weekly medians against those of the year
/// before, corrected for the two spans, passes the night's false discovery rate.
///
/// *Silent when* there is no mapped change to compare, when under 95 % of the changes are mapped,
/// when there are too few weeks to tell, or when chance explains it.
///
/// *Why it matters*: work that waits earns nothing, and faults in it are found later.
enum LeadTimeWorse {
    static let rule = Rule(
        name: "lead-time-worse",
        title: "Changes take longer to reach users than before",
        firesWhen: "the median lead time of the last 28 days, or of the whole window, is at "
            + "least 1.5 times and 1 hour above that of the days before (as many as the "
            + "window has), its 95 % interval excludes the earlier one, and a rank-sum "
            + "test of the weekly medians against those of the year before, corrected "
            + "for the two spans, passes the night's false discovery rate",
        silentWhen: "there is no mapped change to compare, when under 95 % of the changes are "
            + "mapped, when there are too few weeks to tell, or when chance explains it",
        whyItMatters: "work that waits earns nothing, and faults in it are found later"
    )

    /// One value per week: the changes of one deployment share its fate, and one large deployment
    /// would be counted as many proofs.
    static func suspicion(_ service: ServiceDelivery, _ night: DeliveryNight) -> Suspicion? {
        .worst(of: night.spans(of: service).compactMap { suspicion(service, night, $0) })
    }

    private static func suspicion(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ span: DeliverySpan
    ) -> Suspicion? {
        guard let mapped = span.now.mappedChanges.value, mapped >= 0.95 else { return nil }
        let test = TimeWorse(
            service: service,
            night: night,
            span: span,
            measure: \.changeLeadTime,
            step: 3600,
            recent: night.stretches(service, in: span).compactMap(\.medianLeadTime),
            earlier: night.stretches(service, before: span).compactMap(\.medianLeadTime),
            unit: "weekly medians",
            weekly: \.medianLeadTime
        )
        return test.suspicion { test.finding($0, wording(service, night, $0)) }
    }

    private static func wording(
        _ service: ServiceDelivery,
        _ night: DeliveryNight,
        _ shift: TimeWorse.Shift
    ) -> TimeWorse.Wording {
        let (span, comparison) = (shift.span, shift.comparison)
        let (name, format) = (service.service.name, night.format)
        let times = Words.times(comparison.factor, format)
        let gaps = (span.now.deploymentGap.value, span.before.deploymentGap.value)
        let rhythm =
            "time between deployments: \(format.value(gaps.0, .seconds)), before "
            + "\(format.value(gaps.1, .seconds))"
        let slowest = span.now.changeLeadTimeP95
        return TimeWorse.Wording(
            rule: rule,
            title: "Changes of \(name) take \(times) as long to reach users",
            consequence: "Everything that is built waits longer before anybody can use it.",
            fact: "One change in twenty takes over \(format.value(slowest.value, .seconds)).",
            action: Action(
                text: "Find the stage in which the changes wait (review, merge, release) and "
                    + "shorten that one first.",
                impact: .medium,
                effort: .medium
            ),
            seriesTitle: "Median lead time of changes per week",
            table: Proof.weeks(service, "Lead time by week", ["Changes", "Median lead time"]) {
                [
                    .number(Double($0.changes), .count),
                    $0.medianLeadTime.map { .number($0, .seconds) } ?? .missing("no change"),
                ]
            },
            considered: [
                rhythm,
                "number of changes: \(format.whole(comparison.now.n)) against "
                    + "\(format.whole(comparison.before.n)) before",
            ]
        )
    }
}
