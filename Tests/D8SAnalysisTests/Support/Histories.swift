import D8SModel
import D8STestSupport

/// A deployment of `api` to production in one line.
func deployment(
    _ id: String,
    _ finished: Instant,
    _ status: DeploymentStatus = .success,
    revision: String? = nil,
    rework: ReworkReason? = nil
) -> Deployment {
    Deployment(
        service: "api",
        environment: "production",
        id: id,
        revision: revision,
        finished: finished,
        status: status,
        rework: rework
    )
}

/// An incident of `api` in one line.
func incident(
    _ id: String,
    _ opened: Instant,
    _ resolved: Instant? = nil,
    by deployment: String? = nil
) -> Incident {
    Incident(
        service: "api",
        id: id,
        opened: opened,
        resolved: resolved,
        deployment: deployment
    )
}

/// A change in one line; `by` is the index of its deployment, -1 for not said.
struct Commit {
    let revision: String
    let parents: [String]
    let authored: Instant
    let by: Int32

    init(_ revision: String, _ parents: [String] = [], _ authored: Instant, by: Int32 = -1) {
        self.revision = revision
        self.parents = parents
        self.authored = authored
        self.by = by
    }
}

/// The history of `api` in production.
func history(
    _ deployments: [Deployment],
    _ commits: [Commit] = [],
    _ incidents: [Incident] = [],
    withGraph: Bool = false
) -> ServiceHistory {
    let graph = CommitGraph(
        revisions: commits.map(\.revision),
        parents: commits.map(\.parents)
    )
    return ServiceHistory(
        service: Service(name: "api", team: "web"),
        environment: "production",
        deployments: deployments,
        changes: ChangeColumns(
            authored: commits.map(\.authored.milliseconds),
            committed: commits.map(\.authored.milliseconds),
            isMerge: commits.map { $0.parents.count > 1 },
            deployment: commits.map(\.by),
            graph: withGraph ? graph : nil
        ),
        incidents: incidents
    )
}
