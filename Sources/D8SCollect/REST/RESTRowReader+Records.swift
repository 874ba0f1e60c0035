import D8SModel

extension RESTRowReader {
    func deployment() throws(RESTRowFault) -> Deployment {
        let status = try deploymentStatus()
        let started = try time("started"), finished = try requiredTime("finished")
        if let started, started > finished {
            throw .bad(field: "finished", reason: "is before the start")
        }
        let rework = try choice("rework", ReworkReason.self)
        return Deployment(
            service: try required("service"),
            environment: try required("environment"),
            id: try required("id"),
            name: try text("name"),
            revision: try text("revision"),
            started: started,
            finished: finished,
            status: status,
            rework: rework,
            reworkEvidence: rework == nil ? nil : try text("rework_evidence")
        )
    }

    /// The word itself, or what it means in the deployments files of others; one that has not ended
    /// is left out until it has.
    private func deploymentStatus() throws(RESTRowFault) -> DeploymentStatus {
        let word = try required("status")
        if let status = DeploymentStatus(rawValue: word) { return status }
        switch StatusWord(word) {
        case .ended(let status)?: return status
        case .unfinished?: throw .skipped
        case nil:
            throw .bad(
                field: "status",
                reason: "`\(word.abridged)` is not known: map it to success, failure or cancelled"
            )
        }
    }

    func change() throws(RESTRowFault) -> Change {
        let committed = try requiredTime("committed")
        return Change(
            service: try required("service"),
            revision: try required("revision"),
            parents: try texts("parents").filter { !$0.contains(where: \.isWhitespace) },
            authored: try time("authored") ?? committed,
            committed: committed,
            merged: try time("merged"),
            deployment: try text("deployment"),
            subject: try firstLine("subject"),
            author: try text("author")
        )
    }

    func incident() throws(RESTRowFault) -> Incident {
        let opened = try requiredTime("opened"), resolved = try time("resolved")
        if let resolved, resolved < opened {
            throw .bad(field: "resolved", reason: "is before the opening")
        }
        return Incident(
            service: try required("service"),
            id: try required("id"),
            title: try text("title"),
            opened: opened,
            resolved: resolved,
            severity: try text("severity"),
            deployment: try text("deployment")
        )
    }

    func run(steps: [RunStep]) throws(RESTRowFault) -> Run {
        let created = try requiredTime("created")
        let started = try time("started"), finished = try time("finished")
        if let finished, finished < started ?? created {
            throw .bad(field: "finished", reason: "is before the start")
        }
        guard let status = try choice("status", RunStatus.self) else {
            throw .bad(field: "status", reason: "is missing")
        }
        return Run(
            id: try required("id"),
            kind: try choice("kind", Run.Kind.self) ?? .pipeline,
            name: try text("name"),
            pipeline: try required("pipeline"),
            namespace: try text("namespace"),
            parent: try text("parent"),
            task: try text("task"),
            service: try text("service"),
            created: created,
            started: started,
            finished: finished,
            status: status,
            reason: try text("reason"),
            message: try text("message"),
            retries: max(0, try integer("retries") ?? 0),
            pod: try text("pod"),
            steps: steps
        )
    }

    func step() throws(RESTRowFault) -> RunStep {
        RunStep(
            name: try required("name"),
            kind: try choice("kind", RunStep.Kind.self) ?? .step,
            started: try time("started"),
            finished: try time("finished"),
            exitCode: try integer("exit_code"),
            reason: try text("reason"),
            cpuRequest: try number("cpu_request"),
            memoryRequest: try number("memory_request")
        )
    }

    /// One that ends later than now has not ended: Alertmanager says when it would give it up.
    func alert(labels: [Label]) throws(RESTRowFault) -> Alert {
        let started = try requiredTime("started"), ended = try time("ended")
        if let ended, ended < started { throw .bad(field: "ended", reason: "is before the start") }
        return Alert(
            series: Series(metric: "ALERTS", labels: labels),
            started: started,
            ended: ended.flatMap { $0 > values.now ? nil : $0 },
            summary: try text("summary"),
            description: try text("description"),
            url: try text("url")
        )
    }
}
