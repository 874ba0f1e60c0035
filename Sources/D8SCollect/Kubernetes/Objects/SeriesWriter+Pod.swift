import D8SModel

extension SeriesWriter {
    /// Adds `kube_pod_*`.
    mutating func add(pod: KubernetesObject) {
        let scope = scope(
            Label("namespace", pod.namespace),
            Label("pod", pod.name),
            Label("uid", pod.uid)
        )
        addInfo(pod, scope)
        addOwners(pod, scope)
        add("kube_pod_labels", 1, scope, LabelNames.prefixed("label", pod.metadata["labels"]))
        addTimes(pod, scope)
        addStatus(pod, scope)
        addConditions(pod, scope)
        addClaims(pod, scope)
        let node = pod.spec.word("nodeName")
        add(containers: "containers", "containerStatuses", of: pod, node, .regular, scope)
        add(containers: "initContainers", "initContainerStatuses", of: pod, node, .initial, scope)
    }

    private mutating func addInfo(_ pod: KubernetesObject, _ scope: Scope) {
        let controller = pod.owners.first { $0["controller"]?.bool ?? false }
        let isHostNetwork = pod.spec["hostNetwork"]?.bool ?? false
        add(
            "kube_pod_info",
            1,
            scope,
            Label("created_by_kind", controller?["kind"]?.string ?? "<none>"),
            Label("created_by_name", controller?["name"]?.string ?? "<none>"),
            Label("host_ip", pod.status.word("hostIP")),
            Label("host_network", isHostNetwork ? "true" : "false"),
            Label("node", pod.spec.word("nodeName")),
            Label("pod_ip", pod.status.word("podIP")),
            Label("priority_class", pod.spec.word("priorityClassName"))
        )
        add("kube_pod_restart_policy", 1, scope, Label("type", pod.spec.word("restartPolicy")))
    }

    private mutating func addOwners(_ pod: KubernetesObject, _ scope: Scope) {
        let none = [("<none>", "<none>", "<none>")]
        let owners = pod.owners.map { owner in
            let isController = owner["controller"]?.bool ?? false
            return (isController ? "true" : "false", owner.word("kind"), owner.word("name"))
        }
        for (isController, kind, name) in owners.isEmpty ? none : owners {
            add(
                "kube_pod_owner",
                1,
                scope,
                Label("owner_is_controller", isController),
                Label("owner_kind", kind),
                Label("owner_name", name)
            )
        }
    }

    private mutating func addTimes(_ pod: KubernetesObject, _ scope: Scope) {
        add("kube_pod_created", pod.created, scope)
        add("kube_pod_start_time", pod.status.instant("startTime"), scope)
        add("kube_pod_deletion_timestamp", pod.metadata.instant("deletionTimestamp"), scope)
        let ends = pod.status.list("containerStatuses").compactMap {
            $0["state"]?["terminated"]?.instant("finishedAt")
        }
        add("kube_pod_completion_time", ends.max(), scope)
    }

    private mutating func addStatus(_ pod: KubernetesObject, _ scope: Scope) {
        let phase = pod.status.word("phase")
        if !phase.isEmpty {
            add(
                "kube_pod_status_phase",
                states: ["Pending", "Succeeded", "Failed", "Unknown", "Running"],
                holds: phase,
                scope,
                label: "phase"
            )
        }
        add(
            "kube_pod_status_reason",
            states: [
                "Evicted", "NodeAffinity", "NodeLost", "Shutdown", "UnexpectedAdmissionError",
            ],
            holds: pod.status.word("reason"),
            scope,
            label: "reason"
        )
        let quality = pod.status.word("qosClass")
        if !quality.isEmpty {
            add(
                "kube_pod_status_qos_class",
                states: ["BestEffort", "Burstable", "Guaranteed"],
                holds: quality,
                scope,
                label: "qos_class"
            )
        }
    }

    private mutating func addConditions(_ pod: KubernetesObject, _ scope: Scope) {
        let metrics = [
            "Ready": "kube_pod_status_ready", "PodScheduled": "kube_pod_status_scheduled",
        ]
        for condition in pod.status.list("conditions") {
            let type = condition.word("type"), status = condition.word("status")
            guard let metric = metrics[type] else { continue }
            add(
                metric,
                states: Self.conditionStates,
                holds: status.lowercased(),
                scope,
                label: "condition"
            )
            let changed = condition.instant("lastTransitionTime")
            switch (type, status) {
            case ("Ready", "True"): add("kube_pod_status_ready_time", changed, scope)
            case ("PodScheduled", "True"): add("kube_pod_status_scheduled_time", changed, scope)
            case ("PodScheduled", "False"): add("kube_pod_status_unschedulable", 1, scope)
            default: break
            }
        }
    }

    private mutating func addClaims(_ pod: KubernetesObject, _ scope: Scope) {
        for volume in pod.spec.list("volumes") {
            guard let claim = volume["persistentVolumeClaim"] else { continue }
            add(
                "kube_pod_spec_volumes_persistentvolumeclaims_info",
                1,
                scope,
                Label("persistentvolumeclaim", claim.word("claimName")),
                Label("volume", volume.word("name"))
            )
        }
    }
}
