/// One attempt to bring one revision of a service into one environment.
package struct Deployment: Hashable, Sendable {
    /// Name of the service.
    package var service: String
    /// For example `production`; measures look at one environment.
    package var environment: String
    /// Unique within the service.
    package var id: String
    /// What people call it: a tag or a version; nil if it has no name but its id.
    package var name: String?
    /// The commit that was deployed; nil if it is not known (then no change maps to it).
    package var revision: String?
    package var started: Instant?
    package var finished: Instant
    package var status: DeploymentStatus
    /// Why this is rework; nil if it was planned.
    package var rework: ReworkReason?
    /// The words or the fact that `rework` was read from, for people; nil if there is none.
    package var reworkEvidence: String?

    package init(
        service: String,
        environment: String,
        id: String,
        name: String? = nil,
        revision: String? = nil,
        started: Instant? = nil,
        finished: Instant,
        status: DeploymentStatus,
        rework: ReworkReason? = nil,
        reworkEvidence: String? = nil
    ) {
        self.service = service
        self.environment = environment
        self.id = id
        self.name = name
        self.revision = revision
        self.started = started
        self.finished = finished
        self.status = status
        self.rework = rework
        self.reworkEvidence = reworkEvidence
    }
}
