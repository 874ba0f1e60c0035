import D8SModel

extension CDEvent {
    /// Whether events of this kind tell something of a record.
    var isKnown: Bool {
        switch subject {
        case "service": ["deployed", "upgraded", "rolledback"].contains(predicate)
        case "incident": ["detected", "reported", "resolved"].contains(predicate)
        case "pipelinerun", "taskrun": ["queued", "started", "finished"].contains(predicate)
        case "change": ["created", "merged"].contains(predicate)
        default: false
        }
    }

    /// Adds what the event tells; it has to be of a known kind.
    func add(
        to merge: inout EventMerge,
        _ batches: inout BatchCollector
    ) throws(EventFault) {
        switch subject {
        case "service": batches.add(try deployment(), team: custom("team"))
        case "incident": merge.add(try incident())
        case "pipelinerun": merge.add(run(.pipeline))
        case "taskrun": merge.add(run(.task))
        default: merge.add(try change())
        }
    }

    /// A service stands where it was deployed, upgraded or rolled back to when the event says so.
    private func deployment() throws(EventFault) -> Deployment {
        guard let environment = content["environment"]?["id"]?.text else {
            throw EventFault("subject.content.environment.id", "is missing")
        }
        let package = content["artifactId"]?.string.flatMap { PackageURL($0) }
        let isRollback = predicate == "rolledback"
        return Deployment(
            service: subjectID,
            environment: environment,
            id: id,
            name: custom("version") ?? package?.label,
            revision: custom("revision", "commit") ?? package?.revision,
            finished: time,
            status: .success,
            rework: isRollback ? .rollback : nil,
            reworkEvidence: isRollback ? "dev.cdevents.service.rolledback" : nil
        )
    }

    private func incident() throws(EventFault) -> PartialIncident {
        let package = content["artifactId"]?.string.flatMap { PackageURL($0) }
        guard let service = content["service"]?["id"]?.text ?? package?.name else {
            throw EventFault("subject.content.service.id", "is missing")
        }
        let isResolved = predicate == "resolved"
        let incident = Incident(
            service: service,
            id: subjectID,
            title: isResolved ? nil : content["description"]?.string,
            opened: time,
            resolved: isResolved ? time : nil,
            severity: custom("severity", "priority"),
            deployment: custom("deployment")
        )
        return PartialIncident(incident: incident, isOpened: !isResolved)
    }

    private func run(_ kind: Run.Kind) -> PartialRun {
        let ownName = content[kind == .task ? "taskName" : "pipelineName"]?.text
        let parent = content["pipelineRun"]
        let isFinished = predicate == "finished"
        let outcome = isFinished ? content["outcome"]?.text : nil
        let run = Run(
            id: key,
            kind: kind,
            name: subjectID,
            pipeline: ownName ?? "",
            parent: parent?["id"]?.text.map {
                Self.key($0, parent?["source"]?.text ?? subjectSource)
            },
            task: kind == .task ? ownName : nil,
            service: custom("service"),
            created: time,
            started: predicate == "started" ? time : nil,
            finished: isFinished ? time : nil,
            status: status(outcome),
            reason: outcome,
            message: isFinished ? content["errors"]?.text : nil
        )
        let queued = predicate == "queued" ? time : nil
        return PartialRun(run: run, queued: queued, isNamed: ownName != nil)
    }

    private func status(_ outcome: String?) -> RunStatus {
        switch predicate {
        case "queued": .pending
        case "started": .running
        default:
            outcome == "cancel" ? .cancelled : outcome.flatMap { RunStatus(word: $0) } ?? .unknown
        }
    }

    /// Its lead time begins when it was created, which is all that CDEvents knows of its beginning.
    private func change() throws(EventFault) -> PartialChange {
        guard let repository = content["repository"]?["id"]?.text else {
            throw EventFault("subject.content.repository.id", "is missing")
        }
        let isMerged = predicate == "merged"
        let change = Change(
            service: custom("service") ?? repository,
            revision: custom("revision", "commit") ?? subjectID,
            authored: time,
            committed: time,
            merged: isMerged ? time : nil
        )
        return PartialChange(change: change, created: isMerged ? nil : time)
    }
}
