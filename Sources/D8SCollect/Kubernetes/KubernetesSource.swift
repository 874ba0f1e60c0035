/// A Kubernetes cluster: its objects as series under kube-state-metrics' names, the usage that
/// `metrics.k8s.io` knows, and Tekton's runs.
package struct KubernetesSource: Sendable {
    package var place: KubernetesPlace
    package var transport: any HTTPTransport
    /// Who asks and whom to trust, where it is not said by the place; time limits.
    package var access: HTTPAccess
    /// The value of the label `cluster` of every series; nil for no such label.
    package var cluster: String?
    /// The namespaces to read; nil for all.
    package var namespaces: [String]?
    /// What to read; nil for everything that is there and permitted.
    package var resources: [KubernetesResource]?
    /// Kubernetes' label selector, for objects in namespaces; nil for all.
    package var labelSelector: String?
    /// The labels that may hold the service of a run; the first one counts.
    package var serviceLabels: [String]
    /// What the last collection read; the copies of a source share it.
    var memory = ObjectMemory()

    package static let defaultServiceLabels = ["app.kubernetes.io/name"]

    package init(
        _ place: KubernetesPlace,
        transport: any HTTPTransport,
        access: HTTPAccess = HTTPAccess(),
        cluster: String? = nil,
        namespaces: [String]? = nil,
        resources: [KubernetesResource]? = nil,
        labelSelector: String? = nil,
        serviceLabels: [String] = defaultServiceLabels
    ) {
        self.place = place
        self.transport = transport
        self.access = access
        self.cluster = cluster
        self.namespaces = namespaces
        self.resources = resources
        self.labelSelector = labelSelector
        self.serviceLabels = serviceLabels
    }
}

extension KubernetesSource: Collector {
    package var kind: String { "kubernetes" }

    package var secrets: [Secret] { access.secrets }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        let server: KubernetesServer
        switch place {
        case .files(let paths, let time):
            let files = FileCollection(source: self, occasion: occasion, sink: sink)
            return try await onOwnThread { () throws(CollectError) in
                try files.collect(paths, time: time)
            }
        case .inCluster(let account): server = try account.server(access)
        case .kubeconfig(let file): server = try file.server(access)
        }
        var collection = ServerCollection(self, server, occasion, sink)
        return try await collection.collect()
    }
}
