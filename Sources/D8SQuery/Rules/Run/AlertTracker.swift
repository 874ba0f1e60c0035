import D8SModel

/// The alerts of one rule from evaluation to evaluation, by Prometheus' rules
/// (`AlertingRule.Eval`).
struct AlertTracker {
    /// A time of firing that has ended.
    struct Ended {
        var identity: Series
        var alert: ActiveAlert
        var fired: Int64
        var ended: Int64
    }

    let terms: AlertTerms
    let limit: Int
    private(set) var active: [Series: ActiveAlert] = [:]
    private(set) var ended: [Ended] = []
    private var isFirst = true

    init(terms: AlertTerms, limit: Int) {
        self.terms = terms
        self.limit = limit
    }

    /// Takes the result of an evaluation: for each set of labels what the expression gave.
    ///
    /// - Throws: `RuleFault` if there are more alerts than the group's limit; all are forgotten.
    mutating func advance(
        to time: Int64,
        _ elements: [Series: RuleElement]
    ) throws(RuleFault) {
        let isOlder = isFirst
        isFirst = false
        for (identity, element) in elements {
            var alert =
                active[identity]
                ?? ActiveAlert(
                    state: .pending,
                    activeAt: time,
                    element: element,
                    isOlder: isOlder
                )
            alert.element = element
            alert.keptSince = nil
            active[identity] = alert
        }
        for identity in Array(active.keys) {
            guard var alert = active[identity] else { continue }
            if elements[identity] == nil, !keeps(&alert, at: time) {
                active[identity] = nil
                end(identity, alert, at: time)
                continue
            }
            if alert.state == .pending, time - alert.activeAt >= terms.holds {
                alert.state = .firing
                alert.firedAt = time
            }
            active[identity] = alert
        }
        guard limit == 0 || active.count <= limit else {
            let count = active.count
            for (identity, alert) in active { end(identity, alert, at: time) }
            active = [:]
            throw RuleFault("exceeded limit of \(limit) with \(count) alerts")
        }
    }

    /// Whether an alert whose expression does not hold any more goes on firing.
    private func keeps(_ alert: inout ActiveAlert, at time: Int64) -> Bool {
        guard alert.state == .firing, terms.keepsFiring > 0 else { return false }
        let since = alert.keptSince ?? time
        alert.keptSince = since
        return time - since < terms.keepsFiring
    }

    private mutating func end(_ identity: Series, _ alert: ActiveAlert, at time: Int64) {
        guard let fired = alert.firedAt else { return }
        ended.append(Ended(identity: identity, alert: alert, fired: fired, ended: time))
    }
}
