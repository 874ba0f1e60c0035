import D8SModel

/// What the metrics of Kubernetes objects mean, in short; the names and labels are those of
/// kube-state-metrics (its `docs/metrics`).
enum KubernetesMetrics {
    /// The metrics of objects of this kind; none for a kind that becomes no series.
    static func of(_ kind: String) -> [Metric] {
        switch kind {
        case "Node": nodes
        case "Namespace": namespaces
        case "Pod": pods + containers("kube_pod_container") + containers("kube_pod_init_container")
        case "PersistentVolume": volumes
        case "PersistentVolumeClaim": claims
        case "Deployment": deployments
        case "NodeMetrics": usage("node")
        case "PodMetrics": usage("container")
        default: []
        }
    }

    private static func gauge(_ name: String, _ help: String) -> Metric {
        Metric(name: name, kind: .gauge, help: help)
    }

    /// A Unix timestamp.
    private static func time(_ name: String, _ help: String) -> Metric {
        Metric(name: name, kind: .gauge, unit: "seconds", help: "\(help) (Unix timestamp).")
    }

    private static func labels(of object: String) -> Metric {
        gauge("kube_\(object)_labels", "Kubernetes labels converted to Prometheus labels.")
    }

    private static let nodes = [
        gauge("kube_node_info", "Information about a cluster node."),
        gauge("kube_node_role", "The role of a cluster node."),
        gauge("kube_node_spec_taint", "The taint of a cluster node."),
        gauge("kube_node_spec_unschedulable", "Whether a node takes no new pods."),
        gauge("kube_node_status_addresses", "The addresses of a node."),
        gauge("kube_node_status_allocatable", "The amount of a resource for pods of a node."),
        gauge("kube_node_status_capacity", "The total amount of a resource of a node."),
        gauge("kube_node_status_condition", "The condition of a cluster node."),
        labels(of: "node"),
        time("kube_node_created", "When the node was created"),
        time("kube_node_deletion_timestamp", "When the node is to be deleted"),
    ]

    private static let namespaces = [
        gauge("kube_namespace_status_phase", "The phase of the namespace."),
        labels(of: "namespace"),
        time("kube_namespace_created", "When the namespace was created"),
    ]

    private static let pods = [
        gauge("kube_pod_info", "Information about a pod."),
        gauge("kube_pod_owner", "Information about the pod's owner."),
        gauge("kube_pod_restart_policy", "The restart policy of the pod."),
        gauge(
            "kube_pod_spec_volumes_persistentvolumeclaims_info",
            "Persistent volume claims among the pod's volumes."
        ),
        gauge("kube_pod_status_phase", "The phase of the pod."),
        gauge("kube_pod_status_qos_class", "The quality of service class of the pod."),
        gauge("kube_pod_status_ready", "Whether the pod is ready to serve requests."),
        gauge("kube_pod_status_reason", "Why the pod is in its phase."),
        gauge("kube_pod_status_scheduled", "Whether the pod has a node."),
        gauge("kube_pod_status_unschedulable", "The pod cannot be given a node."),
        labels(of: "pod"),
        time("kube_pod_completion_time", "When the pod's last container ended"),
        time("kube_pod_created", "When the pod was created"),
        time("kube_pod_deletion_timestamp", "When the pod is to be deleted"),
        time("kube_pod_start_time", "When the pod started"),
        time("kube_pod_status_ready_time", "When the pod became ready"),
        time("kube_pod_status_scheduled_time", "When the pod was given a node"),
    ]

    private static func containers(_ prefix: String) -> [Metric] {
        [
            gauge("\(prefix)_info", "Information about a container."),
            gauge("\(prefix)_resource_limits", "The amount of a resource it may use at most."),
            gauge("\(prefix)_resource_requests", "The amount of a resource it asks for."),
            gauge("\(prefix)_status_last_terminated_exitcode", "Exit code of its last end."),
            gauge("\(prefix)_status_last_terminated_reason", "The reason of its last end."),
            gauge("\(prefix)_status_ready", "Whether it is ready."),
            Metric(
                name: "\(prefix)_status_restarts",
                kind: .counter,
                help: "How often it was started again."
            ),
            gauge("\(prefix)_status_running", "Whether it runs."),
            gauge("\(prefix)_status_terminated", "Whether it has ended."),
            gauge("\(prefix)_status_terminated_reason", "Why it has ended."),
            gauge("\(prefix)_status_waiting", "Whether it waits."),
            gauge("\(prefix)_status_waiting_reason", "Why it waits."),
            time("\(prefix)_state_started", "When it began to run"),
            time("\(prefix)_status_last_terminated_timestamp", "When it ended last"),
        ]
    }

    private static let volumes = [
        gauge("kube_persistentvolume_claim_ref", "The claim that has the volume."),
        gauge("kube_persistentvolume_info", "Information about a persistent volume."),
        gauge("kube_persistentvolume_status_phase", "The phase of the volume."),
        Metric(
            name: "kube_persistentvolume_capacity_bytes",
            kind: .gauge,
            unit: "bytes",
            help: "The size of the volume."
        ),
        labels(of: "persistentvolume"),
        time("kube_persistentvolume_created", "When the volume was created"),
        time("kube_persistentvolume_deletion_timestamp", "When the volume is to be deleted"),
    ]

    private static let claims = [
        gauge("kube_persistentvolumeclaim_access_mode", "How the claimed volume may be mounted."),
        gauge("kube_persistentvolumeclaim_info", "Information about a claim."),
        gauge("kube_persistentvolumeclaim_status_phase", "The phase of the claim."),
        Metric(
            name: "kube_persistentvolumeclaim_resource_requests_storage_bytes",
            kind: .gauge,
            unit: "bytes",
            help: "The storage that the claim asks for."
        ),
        labels(of: "persistentvolumeclaim"),
        time("kube_persistentvolumeclaim_created", "When the claim was created"),
        time("kube_persistentvolumeclaim_deletion_timestamp", "When the claim is to be deleted"),
    ]

    private static let deployments = [
        gauge("kube_deployment_metadata_generation", "Number of the wanted state."),
        gauge("kube_deployment_spec_paused", "Whether the deployment is paused."),
        gauge("kube_deployment_spec_replicas", "Number of wanted pods."),
        gauge("kube_deployment_status_condition", "The condition of the deployment."),
        gauge("kube_deployment_status_observed_generation", "Number of the state last acted on."),
        gauge("kube_deployment_status_replicas", "Number of pods."),
        gauge("kube_deployment_status_replicas_available", "Number of available pods."),
        gauge("kube_deployment_status_replicas_ready", "Number of ready pods."),
        gauge("kube_deployment_status_replicas_unavailable", "Number of unavailable pods."),
        gauge("kube_deployment_status_replicas_updated", "Number of pods of the wanted state."),
        labels(of: "deployment"),
        time("kube_deployment_created", "When the deployment was created"),
    ]

    private static func usage(_ prefix: String) -> [Metric] {
        [
            Metric(
                name: "\(prefix)_cpu_usage_cores",
                kind: .gauge,
                unit: "cores",
                help: "Cores in use, the mean of about a minute (metrics.k8s.io)."
            ),
            Metric(
                name: "\(prefix)_memory_working_set_bytes",
                kind: .gauge,
                unit: "bytes",
                help: "Memory that cannot be taken away (metrics.k8s.io)."
            ),
        ]
    }
}
