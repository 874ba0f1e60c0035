import D8SModel

extension SeriesWriter {
    /// Adds `kube_node_*`.
    mutating func add(node: KubernetesObject) {
        let scope = scope(Label("node", node.name))
        addInfo(node, scope)
        add("kube_node_created", node.created, scope)
        add("kube_node_deletion_timestamp", node.metadata.instant("deletionTimestamp"), scope)
        add("kube_node_labels", 1, scope, LabelNames.prefixed("label", node.metadata["labels"]))
        addRoles(node, scope)
        let isUnschedulable = node.spec["unschedulable"]?.bool ?? false
        add("kube_node_spec_unschedulable", isUnschedulable, scope)
        for taint in node.spec.list("taints") {
            add(
                "kube_node_spec_taint",
                1,
                scope,
                Label("effect", taint.word("effect")),
                Label("key", taint.word("key")),
                Label("value", taint.word("value"))
            )
        }
        addStatus(node, scope)
    }

    private mutating func addInfo(_ node: KubernetesObject, _ scope: Scope) {
        let info = node.status["nodeInfo"] ?? .null
        let address = node.status.list("addresses").first { $0.word("type") == "InternalIP" }
        add(
            "kube_node_info",
            1,
            scope,
            Label("container_runtime_version", info.word("containerRuntimeVersion")),
            Label("internal_ip", address?.word("address") ?? ""),
            Label("kernel_version", info.word("kernelVersion")),
            Label("kubelet_version", info.word("kubeletVersion")),
            Label("kubeproxy_version", info.word("kubeProxyVersion")),
            Label("os_image", info.word("osImage")),
            Label("pod_cidr", node.spec.word("podCIDR")),
            Label("provider_id", node.spec.word("providerID")),
            Label("system_uuid", info.word("systemUUID"))
        )
    }

    private mutating func addRoles(_ node: KubernetesObject, _ scope: Scope) {
        let prefix = "node-role.kubernetes.io/"
        for (name, _) in node.metadata["labels"]?.sortedMembers ?? [] where name.hasPrefix(prefix) {
            add("kube_node_role", 1, scope, Label("role", String(name.dropFirst(prefix.count))))
        }
    }

    private mutating func addStatus(_ node: KubernetesObject, _ scope: Scope) {
        for condition in node.status.list("conditions") {
            add(
                "kube_node_status_condition",
                states: Self.conditionStates,
                holds: condition.word("status").lowercased(),
                scope,
                label: "status",
                Label("condition", condition.word("type"))
            )
        }
        for address in node.status.list("addresses") {
            add(
                "kube_node_status_addresses",
                1,
                scope,
                Label("address", address.word("address")),
                Label("type", address.word("type"))
            )
        }
        for (metric, member) in [
            ("kube_node_status_capacity", "capacity"),
            ("kube_node_status_allocatable", "allocatable"),
        ] {
            let resources = node.status[member]
            add(metric, resources: resources, of: node, field: "status.\(member)", scope)
        }
    }

    static let conditionStates = ["true", "false", "unknown"]
}
