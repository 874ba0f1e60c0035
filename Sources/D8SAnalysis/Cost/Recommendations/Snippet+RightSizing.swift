extension Snippet {
    /// A strategic merge patch of the controller (`kubectl patch --patch-file`), or only what
    /// changes of the container where its kind is not one of Kubernetes' own.
    static func requests(of sizing: RightSizing) -> Snippet {
        let place = sizing.place
        let requests = sizing.changes.map { "\($0.resource.rawValue): \($0.quantity)" }
        let container =
            ["- name: " + SafeText.yaml(place.container), "  resources:", "    requests:"]
            + requests.map { "      " + $0 }
        guard let (version, path) = template(of: place.controllerKind) else {
            return Snippet(language: .yaml, text: lines(["containers:"] + indented(container, 1)))
        }
        let head = [
            "apiVersion: \(version)", "kind: \(place.controllerKind)", "metadata:",
            "  name: " + SafeText.yaml(place.controller),
            "  namespace: " + SafeText.yaml(place.namespace),
        ]
        let steps = path.enumerated().map { depth, key in
            String(repeating: "  ", count: depth) + key + ":"
        }
        return Snippet(
            language: .yaml,
            text: lines(head + steps + indented(container, path.count))
        )
    }

    /// The version of the API of a kind of controller, and where its containers are.
    private static func template(of kind: String) -> (version: String, path: [String])? {
        switch kind {
        case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet":
            ("apps/v1", ["spec", "template", "spec", "containers"])
        case "CronJob":
            ("batch/v1", ["spec", "jobTemplate", "spec", "template", "spec", "containers"])
        default: nil
        }
    }

    /// What a PipelineRun has to say so that its tasks ask for their largest step only: Tekton
    /// shares `computeResources` of a task among its steps.
    static func steps(of tasks: [TaskRequests]) -> Snippet? {
        guard !tasks.isEmpty else { return nil }
        let entries = tasks.flatMap { task in
            [
                "- pipelineTaskName: " + SafeText.yaml(task.task), "  computeResources:",
                "    requests:",
            ] + requests(of: task).map { "      " + $0 }
        }
        return Snippet(
            language: .yaml,
            text: lines(["spec:", "  taskRunSpecs:"] + indented(entries, 2))
        )
    }

    private static func requests(of task: TaskRequests) -> [String] {
        func whole(_ value: Double) -> Int { Int(min(max(0, value), 1e15).rounded(.up)) }
        let cpu = task.largestCPU > 0 ? ["cpu: \(whole(task.largestCPU * 1000 - 1e-6))m"] : []
        let memory =
            task.largestMemory > 0
            ? ["memory: \(whole(task.largestMemory / 1_048_576 - 1e-6))Mi"] : []
        return cpu + memory
    }

    static func lines(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }

    private static func indented(_ lines: [String], _ depth: Int) -> [String] {
        lines.map { String(repeating: "  ", count: depth) + $0 }
    }
}

extension Snippet {
    /// Takes a node out of use, after its pods were moved.
    static func removal(ofNode name: String) -> Snippet? {
        guard SafeText.isPlain(name) else { return nil }
        return Snippet(
            language: .shell,
            text: lines([
                "kubectl cordon \(name)",
                "kubectl drain \(name) --ignore-daemonsets --delete-emptydir-data",
                "kubectl delete node \(name)",
            ])
        )
    }

    /// Deletes a volume that nothing claims.
    static func removal(of volume: VolumeUse) -> Snippet? {
        if volume.claim.isEmpty {
            guard SafeText.isPlain(volume.name) else { return nil }
            return Snippet(language: .shell, text: lines(["kubectl delete pv \(volume.name)"]))
        }
        guard SafeText.isPlain(volume.claim), SafeText.isPlain(volume.claimNamespace) else {
            return nil
        }
        return Snippet(
            language: .shell,
            text: lines(["kubectl -n \(volume.claimNamespace) delete pvc \(volume.claim)"])
        )
    }
}
