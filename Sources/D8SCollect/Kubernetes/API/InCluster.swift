/// How a pod speaks to the API server of its own cluster: by its service account.
package struct InCluster: Hashable, Sendable {
    /// Where Kubernetes mounts `token` and `ca.crt`.
    package var folder = "/var/run/secrets/kubernetes.io/serviceaccount"
    /// `KUBERNETES_SERVICE_HOST` and `KUBERNETES_SERVICE_PORT`; nil outside of a cluster.
    package var host: String?
    package var port: String?

    package init(host: String?, port: String?) {
        self.host = host
        self.port = port
    }

    /// The server, spoken to as `base` says; the token and the authorities are the service account's
    /// unless it names others.
    func server(_ base: HTTPAccess) throws(CollectError) -> KubernetesServer {
        guard let host, !host.isEmpty else {
            throw .unusable(
                what: "`kubernetes: in-cluster`",
                reason: "KUBERNETES_SERVICE_HOST is not set, so that this is no pod of a cluster",
                mend: "Outside of a cluster, use `kubernetes: kubeconfig`."
            )
        }
        var access = base
        // A file, read again for each request: Kubernetes renews the token.
        if access.authorization == nil { access.authorization = .bearer(.file("\(folder)/token")) }
        if access.authorities == nil { access.authorities = "\(folder)/ca.crt" }
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return KubernetesServer(address: "https://\(bracketed):\(port ?? "443")", access: access)
    }
}
