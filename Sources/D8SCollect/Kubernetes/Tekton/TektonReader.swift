import D8SModel

/// Makes runs of Tekton's PipelineRuns and TaskRuns (`tekton.dev/v1` and `v1beta1`).
struct TektonReader: Sendable {
    /// The labels that may hold the service that a run builds or deploys; the first one counts.
    let serviceLabels: [String]

    /// A PipelineRun; nil if nothing says when it was created or began.
    func pipelineRun(_ object: KubernetesObject) -> Run? {
        guard var run = run(object, kind: .pipeline, pipeline: pipelineName(object)) else {
            return nil
        }
        run.id = Self.id(object)
        return run
    }

    /// A TaskRun, with the id that an embedded status of it has too; nil as above.
    ///
    /// Where only the name of its PipelineRun is known, that name is its `parent`.
    func taskRun(_ object: KubernetesObject) -> Run? {
        guard var run = run(object, kind: .task, pipeline: taskName(object)) else { return nil }
        run.task = object.label("tekton.dev/pipelineTask")
        run.parent = Self.parent(of: object)
        run.id = run.parent.map { Self.childID($0, object.name) } ?? Self.id(object)
        run.pod = object.status["podName"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        run.retries = object.status.list("retriesStatus").count
        run.steps = TektonSteps(object).steps
        return run
    }

    /// The TaskRuns whose status a PipelineRun of `v1beta1` embeds, in the order of their names.
    func embeddedRuns(_ object: KubernetesObject, parent: Run) -> [Run] {
        (object.status["taskRuns"]?.sortedMembers ?? []).map { name, child in
            embeddedRun(name, child, parent)
        }
    }

    private func embeddedRun(_ name: String, _ child: JSONValue, _ parent: Run) -> Run {
        let status = child["status"] ?? .null
        let task = child["pipelineTaskName"]?.string
        let condition = TektonCondition(status)
        let started = status.instant("startTime")
        return Run(
            id: Self.childID(parent.id, name),
            kind: .task,
            name: name,
            pipeline: task ?? name,
            namespace: parent.namespace,
            parent: parent.id,
            task: task,
            service: parent.service,
            created: started ?? parent.created,
            started: started,
            finished: status.instant("completionTime"),
            status: condition?.run ?? (started == nil ? .pending : .running),
            reason: condition?.reason,
            message: condition?.message,
            retries: status.list("retriesStatus").count,
            pod: status["podName"]?.string.flatMap { $0.isEmpty ? nil : $0 },
            steps: TektonSteps(status: status, spec: .null).steps
        )
    }

    private func run(_ object: KubernetesObject, kind: Run.Kind, pipeline: String) -> Run? {
        let condition = TektonCondition(object.status)
        let started = object.status.instant("startTime")
        let finished = object.status.instant("completionTime")
        guard let created = object.created ?? started ?? finished else { return nil }
        return Run(
            id: "",
            kind: kind,
            name: object.name.isEmpty ? nil : object.name,
            pipeline: pipeline,
            namespace: object.namespace.isEmpty ? nil : object.namespace,
            service: serviceLabels.lazy.compactMap { object.label($0) }.first,
            created: created,
            started: started,
            finished: finished,
            status: condition?.run ?? (started == nil ? .pending : .running),
            reason: condition?.reason,
            message: condition?.message
        )
    }
}
