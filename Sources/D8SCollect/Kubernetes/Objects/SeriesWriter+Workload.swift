import D8SModel

extension SeriesWriter {
    /// Adds `kube_namespace_*`.
    mutating func add(namespace: KubernetesObject) {
        let scope = scope(Label("namespace", namespace.name))
        add("kube_namespace_created", namespace.created, scope)
        add(
            "kube_namespace_labels",
            1,
            scope,
            LabelNames.prefixed("label", namespace.metadata["labels"])
        )
        addPhase("kube_namespace_status_phase", namespace, ["Active", "Terminating"], scope)
    }

    /// Adds `kube_deployment_*`.
    mutating func add(deployment: KubernetesObject) {
        let scope = scope(
            Label("deployment", deployment.name),
            Label("namespace", deployment.namespace)
        )
        add("kube_deployment_created", deployment.created, scope)
        add(
            "kube_deployment_labels",
            1,
            scope,
            LabelNames.prefixed("label", deployment.metadata["labels"])
        )
        if let generation = deployment.metadata["generation"]?.double {
            add("kube_deployment_metadata_generation", generation, scope)
        }
        add("kube_deployment_spec_paused", deployment.spec["paused"]?.bool ?? false, scope)
        if let replicas = deployment.spec["replicas"]?.double {
            add("kube_deployment_spec_replicas", replicas, scope)
        }
        for (metric, member) in Self.deploymentCounts {
            add(metric, deployment.status[member]?.double ?? 0, scope)
        }
        addConditions(deployment, scope)
    }

    /// What the status leaves out is 0.
    private static let deploymentCounts = [
        ("kube_deployment_status_replicas", "replicas"),
        ("kube_deployment_status_replicas_available", "availableReplicas"),
        ("kube_deployment_status_replicas_ready", "readyReplicas"),
        ("kube_deployment_status_replicas_unavailable", "unavailableReplicas"),
        ("kube_deployment_status_replicas_updated", "updatedReplicas"),
        ("kube_deployment_status_observed_generation", "observedGeneration"),
    ]

    private mutating func addConditions(_ deployment: KubernetesObject, _ scope: Scope) {
        for condition in deployment.status.list("conditions") {
            add(
                "kube_deployment_status_condition",
                states: Self.conditionStates,
                holds: condition.word("status").lowercased(),
                scope,
                label: "status",
                Label("condition", condition.word("type")),
                Label("reason", condition.word("reason"))
            )
        }
    }

    /// Usage of `metrics.k8s.io`: memory is the working set, so that it has the kubelet's own name;
    /// processor time is a mean rate over the last minute or less, for which there is none.
    mutating func add(nodeUsage node: KubernetesObject) {
        let scope = scope(Label("node", node.name))
        add(usage: node.json["usage"], "node", "usage", of: node, scope)
    }

    mutating func add(podUsage pod: KubernetesObject) {
        let outer = scope(Label("namespace", pod.namespace), Label("pod", pod.name))
        for (index, container) in pod.json.list("containers").enumerated() {
            let scope = scope(outer, Label("container", container.word("name")))
            let field = "containers[\(index)].usage"
            add(usage: container["usage"], "container", field, of: pod, scope)
        }
    }

    private mutating func add(
        usage: JSONValue?,
        _ prefix: String,
        _ field: String,
        of object: KubernetesObject,
        _ scope: Scope
    ) {
        for (metric, member) in [
            ("\(prefix)_cpu_usage_cores", "cpu"),
            ("\(prefix)_memory_working_set_bytes", "memory"),
        ] {
            add(metric, quantity: usage?[member], of: object, field: "\(field).\(member)", scope)
        }
    }
}
