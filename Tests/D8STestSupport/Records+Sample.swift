package import D8SModel

extension Deployment {
    /// A successful planned deployment of checkout to production.
    package static func sample(
        service: String = "checkout",
        environment: String = "production",
        id: String = "d1",
        name: String? = nil,
        revision: String? = nil,
        started: Instant? = nil,
        finished: Instant = "2026-11-01T12:00:00Z",
        status: DeploymentStatus = .success,
        rework: ReworkReason? = nil
    ) -> Deployment {
        Deployment(
            service: service,
            environment: environment,
            id: id,
            name: name,
            revision: revision,
            started: started,
            finished: finished,
            status: status,
            rework: rework
        )
    }
}

extension Change {
    /// A commit of checkout, committed when it was authored unless a test says otherwise.
    package static func sample(
        service: String = "checkout",
        revision: String = "c1",
        parents: [String] = [],
        authored: Instant = "2026-10-31T12:00:00Z",
        committed: Instant? = nil,
        merged: Instant? = nil,
        deployment: String? = nil
    ) -> Change {
        Change(
            service: service,
            revision: revision,
            parents: parents,
            authored: authored,
            committed: committed ?? authored,
            merged: merged,
            deployment: deployment
        )
    }
}

extension Incident {
    /// An incident of checkout that is still open.
    package static func sample(
        service: String = "checkout",
        id: String = "i1",
        opened: Instant = "2026-11-01T13:00:00Z",
        resolved: Instant? = nil,
        deployment: String? = nil
    ) -> Incident {
        Incident(
            service: service,
            id: id,
            opened: opened,
            resolved: resolved,
            deployment: deployment
        )
    }
}
