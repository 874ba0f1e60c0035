import D8SCollect
import D8SModel
import Foundation

/// Reads `- kubernetes: in-cluster | kubeconfig | files`.
enum KubernetesSourceKind: SourceKind {
    static let key = "kubernetes"
    static let usage = "kubernetes: in-cluster | kubeconfig | files"
    static let example = """
        # A Kubernetes cluster, under kube-state-metrics' names, with Tekton's runs:
        #   - kubernetes: in-cluster     # the pod's service account; or kubeconfig, or files
        #     kubeconfig: ~/.kube/config # with `kubernetes: kubeconfig`
        #     context: production        # default: the current one
        #     files: [pods.json, dump/*.yaml]   # with `kubernetes: files`: kubectl get -o json|yaml
        #     time: 2026-11-20T02:00:00Z # of the files' objects; default: when each was changed
        #     name: production           # what the pages call this source
        #     every: 5m
        #     cluster: production        # a label of every series
        #     namespaces: [shop, build]  # default: all
        #     resources: [nodes, pods]   # default: all that are there and permitted
        #     label_selector: tier=front # of objects in namespaces
        #     service_label: app.kubernetes.io/name   # of runs: the service they build or deploy
        """

    /// A cluster of 5,000 pods has some 200,000 series, and pods come and go.
    static let seriesLimit = 500_000

    private enum Access: String, CaseIterable {
        case inCluster = "in-cluster"
        case kubeconfig, files
    }

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let access = reader.choice("kubernetes", Access.self)
        let objects = objectPlace(access, &reader, in: place)
        let name = reader.string("name")
        let cluster = reader.string("cluster")
        let source = KubernetesSource(
            objects ?? .files([], time: nil),
            transport: HTTPClientTransport.shared,
            access: reader.access(in: place.folder),
            cluster: cluster,
            namespaces: reader.strings("namespaces"),
            resources: resources(&reader),
            labelSelector: selector(&reader, access),
            serviceLabels: reader.strings("service_label")
                ?? KubernetesSource.defaultServiceLabels
        )
        let every = reader.duration("every") ?? (access == .files ? 86_400 : 300)
        guard let access, objects != nil else { return [] }
        return [
            SourceConfiguration(
                name: name ?? "kubernetes:\(cluster ?? access.rawValue)",
                interval: every,
                seriesLimit: seriesLimit,
                collector: source
            )
        ]
    }

    /// Where the objects are; nil, with the problem noted, if the entry does not say.
    private static func objectPlace(
        _ access: Access?,
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> KubernetesPlace? {
        let paths = (reader.strings("files") ?? []).map { FilePath.absolute($0, in: place.folder) }
        let config = reader.string("kubeconfig").map { FilePath.absolute($0, in: place.folder) }
        let context = reader.string("context")
        let time = reader.value("time", form: "a time such as 2026-11-20T02:00:00Z") {
            Instant(iso8601: $0)
        }
        switch access {
        case .inCluster:
            let environment = ProcessInfo.processInfo.environment
            return .inCluster(
                InCluster(
                    host: environment["KUBERNETES_SERVICE_HOST"],
                    port: environment["KUBERNETES_SERVICE_PORT"]
                )
            )
        case .kubeconfig:
            let path = config ?? FilePath.absolute("~/.kube/config", in: place.folder)
            return .kubeconfig(Kubeconfig(path: path, context: context))
        case .files:
            if paths.isEmpty { reader.noteMissing("`kubernetes: files` needs `files: [PATH, …]`") }
            return paths.isEmpty ? nil : .files(paths, time: time)
        case nil: return nil
        }
    }

    private static func resources(_ reader: inout MappingReader) -> [KubernetesResource]? {
        guard let names = reader.strings("resources") else { return nil }
        let known = KubernetesResource.allCases.map(\.rawValue)
        for name in names where !known.contains(name) {
            let nearest = NearestName.of(name, among: known)
            let mend = nearest.map { "did you mean `\($0)`?" }
            reader.noteMissing(
                "`resources` has no \(name); "
                    + (mend ?? "it may have: \(known.joined(separator: ", "))")
            )
        }
        return names.compactMap { KubernetesResource(rawValue: $0) }
    }

    private static func selector(_ reader: inout MappingReader, _ access: Access?) -> String? {
        let selector = reader.string("label_selector")
        if selector != nil, access == .files {
            reader.noteMissing("`label_selector` is for API servers; leave it out with `files`")
        }
        return selector
    }
}
