import D8SModel

extension SeriesWriter {
    /// Adds `kube_pod_container_*` or `kube_pod_init_container_*`.
    mutating func add(
        containers: String,
        _ statuses: String,
        of pod: KubernetesObject,
        _ node: String,
        _ metrics: ContainerMetrics,
        _ scope: Scope
    ) {
        let specs = pod.spec.list(containers)
        for (index, spec) in specs.enumerated() {
            guard let resources = spec["resources"] else { continue }
            var inner = self.scope(scope, Label("container", spec.word("name")))
            inner = self.scope(inner, Label("node", node))
            let field = "spec.\(containers)[\(index)].resources"
            for (metric, member) in [(metrics.requests, "requests"), (metrics.limits, "limits")] {
                let amounts = resources[member]
                add(metric, resources: amounts, of: pod, field: "\(field).\(member)", inner)
            }
        }
        for status in pod.status.list(statuses) {
            let name = status.word("name")
            let spec = specs.first { $0.word("name") == name } ?? .null
            add(container: status, spec, metrics, self.scope(scope, Label("container", name)))
        }
    }

    private mutating func add(
        container status: JSONValue,
        _ spec: JSONValue,
        _ metrics: ContainerMetrics,
        _ scope: Scope
    ) {
        add(
            metrics.info,
            1,
            scope,
            Label("container_id", status.word("containerID")),
            Label("image", status.word("image")),
            Label("image_id", status.word("imageID")),
            Label("image_spec", spec.word("image")),
            Label("restart_policy", spec.word("restartPolicy"))
        )
        add(metrics.ready, status["ready"]?.bool ?? false, scope)
        add(metrics.restarts, status["restartCount"]?.double ?? 0, scope)
        add(state: status["state"] ?? .null, metrics, scope)
        guard let last = status["lastState"]?["terminated"] else { return }
        add(metrics.lastReason, 1, scope, Label("reason", last.word("reason")))
        if let code = last["exitCode"]?.double { add(metrics.lastExitCode, code, scope) }
        add(metrics.lastEnd, last.instant("finishedAt"), scope)
    }

    private mutating func add(
        state: JSONValue,
        _ metrics: ContainerMetrics,
        _ scope: Scope
    ) {
        let running = state["running"], ended = state["terminated"], waiting = state["waiting"]
        add(metrics.running, running != nil, scope)
        add(metrics.terminated, ended != nil, scope)
        add(metrics.waiting, waiting != nil, scope)
        if let ended {
            add(metrics.terminatedReason, 1, scope, Label("reason", ended.word("reason")))
        }
        if let waiting {
            add(metrics.waitingReason, 1, scope, Label("reason", waiting.word("reason")))
        }
        add(metrics.started, (running ?? ended)?.instant("startedAt"), scope)
    }
}
