/// Why a deployment is, or may be, the repair of a fault that users could see.
package enum ReworkReason: String, Sendable, CaseIterable {
    case hotfix
    case rollback
    /// The deployment closed an incident.
    case incident
    /// Said to be unplanned by its source, without a reason.
    case unplanned
    /// Carries a commit that takes back another: a candidate, since it may undo unreleased work.
    case revert
    /// A patch release by its version number: a candidate, since many are planned.
    case patch

    /// The reasons that count as rework unless the configuration says otherwise; the other ones are
    /// candidates: stored and shown, but not counted.
    package static let counted: Set<ReworkReason> = [.hotfix, .rollback, .incident, .unplanned]
}
