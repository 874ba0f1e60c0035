import D8SModel

/// What one rule came to.
struct RuleOutcome: Sendable {
    var firings: [RuleFiring] = []
    var failure: RuleFailure?

    /// Whether one of its alerts may have begun before the time that was looked at.
    var isOlder: Bool { firings.contains(where: \.isOlder) }
}

extension RuleRun {
    /// What a rule came to; of times of firing those that ended after `from`.
    func outcome(_ place: RulePlace, from: Int64) async -> RuleOutcome {
        let state = groups[place.group][place.rule]
        guard let tracker = state.tracker else { return RuleOutcome(failure: state.failure) }
        let over = tracker.ended.filter { $0.ended > from }
            .map { ($0.identity, $0.alert, $0.fired, Optional($0.ended)) }
        let firing = tracker.active.compactMap { identity, alert in
            alert.firedAt.map { (identity, alert, $0, Int64?.none) }
        }
        let sorted = (over + firing).sorted { ($0.0, $0.2) < ($1.0, $1.2) }
        var outcome = RuleOutcome(failure: state.failure)
        for (identity, alert, fired, ended) in sorted {
            outcome.firings.append(
                RuleFiring(
                    file: state.group.file,
                    line: state.rule.line,
                    series: identity,
                    active: Instant(milliseconds: alert.activeAt),
                    fired: Instant(milliseconds: fired),
                    ended: ended.map { Instant(milliseconds: $0) },
                    value: alert.element.value,
                    annotations: await annotations(of: alert, by: state.rule),
                    isOlder: alert.isOlder
                )
            )
        }
        return outcome
    }

    /// The annotations of an alert as of the last time that its expression held.
    func annotations(of alert: ActiveAlert, by rule: QueryRule) async -> [Label] {
        guard case .alerting(let terms) = rule.kind else { return [] }
        let labels = alert.element.series.table
        var annotations: [Label] = []
        for annotation in terms.annotations {
            let text = await expander.text(
                annotation.value,
                ofAlert: rule.name,
                labels: labels,
                value: alert.element.value,
                at: Instant(milliseconds: alert.element.time)
            )
            annotations.append(Label(annotation.name, text))
        }
        return annotations
    }
}
