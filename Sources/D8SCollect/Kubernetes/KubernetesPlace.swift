package import D8SModel

/// Where Kubernetes objects are read from.
package enum KubernetesPlace: Hashable, Sendable {
    case inCluster(InCluster)
    case kubeconfig(Kubeconfig)
    /// What `kubectl get -o json` or `-o yaml` wrote: paths, `*` and `?` allowed. `time` is when the
    /// objects were as they are; nil for when each file was last changed.
    case files([String], time: Instant?)
}
