import D8SModel

extension Candidate {
    var item: Item {
        Item(
            id: group.id,
            findings: group.findings,
            severity: severity,
            life: life,
            rankedBecause: rankedBecause
        )
    }

    /// What the ledger remembers of it tonight.
    var entry: LedgerEntry {
        LedgerEntry(
            item: group.id,
            night: night.day,
            state: state,
            severity: severity,
            magnitude: group.magnitude,
            title: group.title,
            entity: group.lead.entity
        )
    }

    /// 1 on the first night; nights without a report do not count.
    var nightNumber: Int { (past?.nights.count ?? 0) + 1 }

    private var life: Life {
        Life(
            state: state,
            firstNight: past?.first.night ?? night.day,
            night: nightNumber,
            history: history,
            due: isAccepted ? nil : due,
            acceptance: isAccepted ? acceptance : nil
        )
    }

    /// Severity on the last calendar nights; nil also where no report was made.
    private var history: [Severity?] {
        let known = Dictionary((past?.nights ?? []).map { ($0.night, $0.severity) }) { $1 }
        let earlier = (1..<historyNights).reversed().map { known[night.day.adding(days: -$0)] }
        return earlier + [severity]
    }

    /// The reaction time counts from the night on which the item was first this severe, at
    /// tonight's time of day: the ledger keeps nights, not instants.
    private var due: Instant? {
        guard let reactionTime = severity.reactionTime else { return nil }
        guard let since = past?.raisedSince(severity) else {
            return night.asOf.adding(seconds: reactionTime)
        }
        let timeOfDay = Double(night.zone.secondsOfDay(of: night.asOf))
        return night.zone.start(of: since).adding(seconds: timeOfDay + reactionTime)
    }
}
