package import D8SModel

/// One deployment (its jobs merged), with what became of it.
package struct JudgedDeployment: Hashable, Sendable {
    /// How a deployment's revision relates to the one before it in the same environment.
    package enum Direction: String, Sendable, CaseIterable {
        case forward, rollback, same, sideways, unknown
    }

    /// Why a deployment counts as one that needed intervention.
    package enum Intervention: Hashable, Sendable {
        case failed
        /// Incident id; `explicit` if somebody named the deployment, else by time.
        case incident(id: String, explicit: Bool)
        /// Id of the deployment that rolled it back.
        case rolledBack(by: String)
        /// Id of the hotfix (or other rework) that followed it.
        case hotfixed(by: String)
    }

    package let deployment: Deployment
    /// How many jobs of one release it was merged from; 1 if none.
    package let jobs: Int
    package let direction: Direction
    /// Non-merge changes that it was the first to deploy; nil if it cannot be known (the first
    /// deployment, an unknown revision).
    package let changes: Int?
    /// Median lead time of these in seconds; nil if there are none.
    package let medianLeadTime: Double?
    /// Empty if it needed no intervention.
    package let interventions: [Intervention]
    /// When users were well again; nil if it never failed, or is not restored yet.
    package let restored: Instant?
    /// Whether it counts in the deployment rework rate.
    package let isRework: Bool
    /// What it brought relative to the deployment before it, even if an earlier one had already
    /// carried it; nil if either revision is not known.
    package let range: Range?

    /// The non-merge changes in `previous..this`: reachable from this revision, not from the
    /// previous one.
    ///
    /// After a rollback the way forward carries the same changes again: `changes` counts them
    /// once, a range counts them each time.
    package struct Range: Hashable, Sendable {
        package let changes: Int
        /// Median of finish − author date (or commit date, by policy) of these, in seconds; nil if
        /// there are none.
        package let medianLeadTime: Double?
        /// Changes in the range that are known to have reached the main line, merge commits among
        /// them.
        package let merged: Int
        /// Median of finish − merged of these, in seconds; nil if there are none.
        package let medianMergeToDeployment: Double?

        package init(
            changes: Int,
            medianLeadTime: Double?,
            merged: Int,
            medianMergeToDeployment: Double?
        ) {
            self.changes = changes
            self.medianLeadTime = medianLeadTime
            self.merged = merged
            self.medianMergeToDeployment = medianMergeToDeployment
        }
    }

    package init(
        deployment: Deployment,
        jobs: Int,
        direction: Direction,
        changes: Int?,
        medianLeadTime: Double?,
        interventions: [Intervention],
        restored: Instant?,
        isRework: Bool,
        range: Range? = nil
    ) {
        self.deployment = deployment
        self.jobs = jobs
        self.direction = direction
        self.changes = changes
        self.medianLeadTime = medianLeadTime
        self.interventions = interventions
        self.restored = restored
        self.isRework = isRework
        self.range = range
    }

    package var neededIntervention: Bool { !interventions.isEmpty }
}
