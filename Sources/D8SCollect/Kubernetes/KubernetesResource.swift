/// What can be listed of a cluster.
package enum KubernetesResource: String, CaseIterable, Hashable, Sendable {
    case nodes, namespaces, pods, persistentvolumes, persistentvolumeclaims, deployments
    /// Usage of nodes and pods as `metrics.k8s.io` has it.
    case nodemetrics, podmetrics
    /// Tekton's runs.
    case pipelineruns, taskruns

    /// The API groups with versions that may have it, the best first; `v1` is the core group.
    var versions: [String] {
        switch self {
        case .nodes, .namespaces, .pods, .persistentvolumes, .persistentvolumeclaims: ["v1"]
        case .deployments: ["apps/v1"]
        case .nodemetrics, .podmetrics: ["metrics.k8s.io/v1beta1"]
        case .pipelineruns, .taskruns: ["tekton.dev/v1", "tekton.dev/v1beta1"]
        }
    }

    /// The name in a path and in RBAC rules.
    var plural: String {
        switch self {
        case .nodemetrics: "nodes"
        case .podmetrics: "pods"
        default: rawValue
        }
    }

    /// The API group as RBAC rules name it; empty for the core group.
    var group: String {
        let parts = (versions.first ?? "").split(separator: "/")
        return parts.count > 1 ? String(parts[0]) : ""
    }

    var isNamespaced: Bool {
        switch self {
        case .nodes, .namespaces, .persistentvolumes, .nodemetrics: false
        default: true
        }
    }

    /// Whether its objects are runs, which change no more once they are over.
    var isRun: Bool { self == .pipelineruns || self == .taskruns }

    /// What to say if the server has no such API.
    var absence: String {
        switch self {
        case .nodemetrics, .podmetrics:
            "has no metrics.k8s.io (metrics-server is not installed): no usage"
        case .pipelineruns, .taskruns: "has no tekton.dev: no \(rawValue)"
        default: "does not know \(rawValue)"
        }
    }
}

extension KubernetesResource {
    /// The kind of its objects.
    var kind: String {
        switch self {
        case .nodes: "Node"
        case .namespaces: "Namespace"
        case .pods: "Pod"
        case .persistentvolumes: "PersistentVolume"
        case .persistentvolumeclaims: "PersistentVolumeClaim"
        case .deployments: "Deployment"
        case .nodemetrics: "NodeMetrics"
        case .podmetrics: "PodMetrics"
        case .pipelineruns: "PipelineRun"
        case .taskruns: "TaskRun"
        }
    }
}
