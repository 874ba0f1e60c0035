import D8SModel

/// One group with its life tonight, ready to be ranked.
struct Candidate {
    let group: ItemGroup
    let severity: Severity
    let state: Life.State
    let night: Night
    let past: PastLife?
    let acceptance: Acceptance?
    let historyNights: Int
    /// Whether the item got worse than it was when somebody accepted it.
    let outgrewAcceptance: Bool

    init(
        group: ItemGroup,
        past: PastLife?,
        acceptance: Acceptance?,
        _ night: Night,
        _ policy: AttentionPolicy
    ) {
        self.group = group
        self.past = past
        self.acceptance = acceptance
        self.night = night
        historyNights = max(1, policy.historyNights)
        let drift = past.map {
            Drift(from: $0.told.magnitude, to: group.magnitude, margin: policy.margin)
        }
        severity = Self.severity(of: group, past: past, drift: drift)
        outgrewAcceptance = Self.outgrew(past, group, severity, margin: policy.margin)
        let holds = acceptance.map { $0.until >= night.day } ?? false
        if holds, !outgrewAcceptance {
            state = .accepted
        } else {
            let broke = outgrewAcceptance && past?.last.state == .accepted
            state = broke ? .worse : Self.state(severity, past: past, drift: drift)
        }
    }

    var isAccepted: Bool { state == .accepted }

    /// The severity tonight: an item enters at what its rule says and leaves only when its
    /// magnitude has fallen by the margin below the one last told.
    ///
    /// A magnitude of 0 measures nothing, so there it is the rule's word that counts.
    private static func severity(
        of group: ItemGroup,
        past: PastLife?,
        drift: Drift?
    ) -> Severity {
        guard let past, group.severity < past.last.severity, past.told.magnitude != 0
        else { return group.severity }
        return drift == .down ? group.severity : past.last.severity
    }

    private static func state(
        _ severity: Severity,
        past: PastLife?,
        drift: Drift?
    ) -> Life.State {
        guard let past, let drift else { return .new }
        if severity != past.last.severity {
            return severity > past.last.severity ? .worse : .better
        }
        switch drift {
        case .up: return .worse
        case .down: return .better
        case .level: return .ongoing
        }
    }

    /// Whether a critical item is more severe or, by the margin, larger than when it was accepted.
    ///
    /// It stays so on later nights until it is back at what was accepted: what somebody agreed to
    /// live with was less than this.
    private static func outgrew(
        _ past: PastLife?,
        _ group: ItemGroup,
        _ severity: Severity,
        margin: Double
    ) -> Bool {
        guard severity == .critical, let then = past?.acceptedSince else { return false }
        let drift = Drift(from: then.magnitude, to: group.magnitude, margin: margin)
        return then.severity < severity || drift == .up
    }
}
