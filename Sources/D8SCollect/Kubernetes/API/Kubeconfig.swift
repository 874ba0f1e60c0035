import Yams

/// A kubeconfig file, as `kubectl config view` explains it: clusters, users, and contexts that
/// join them.
package struct Kubeconfig: Hashable, Sendable {
    package var path: String
    /// The name of the context; nil for the file's current one.
    package var context: String?

    package init(path: String, context: String? = nil) {
        self.path = path
        self.context = context
    }

    /// The server of the context, with the user's credentials.
    ///
    /// What `base` says of TLS and of who asks goes before the file. A file that cannot be used is
    /// `CollectError.unusable`, with what is wrong in it.
    func server(_ base: HTTPAccess) throws(CollectError) -> KubernetesServer {
        let file = KubeconfigReader(path: path, root: try root())
        let context = try file.context(context)
        let cluster = try file.entry("cluster", named: context.word("cluster"))
        let address = cluster.word("server")
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw file.fault("the cluster \(context.word("cluster")) names no server")
        }
        var access = base
        var files: [MemoryFile] = []
        try file.trust(cluster, &access, &files)
        let user = context.word("user")
        if !user.isEmpty {
            try file.identify(try file.entry("user", named: user), user, &access, &files)
        }
        return KubernetesServer(address: address, access: access, files: files)
    }

    /// The file is a secret as a whole: an error tells the place, never what stands there.
    private func root() throws(CollectError) -> JSONValue {
        let bytes = try WholeFile.bytes(path, limit: 16 << 20)
        var reader = YAMLValueReader(budget: 100_000)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let node = try? compose(yaml: text), let root = reader.value(node, depth: 0),
            root.members != nil
        else {
            throw .unusable(
                what: path,
                reason: "it is no kubeconfig (a YAML file with clusters, users and contexts)",
                mend: "Name the right file with `kubeconfig: PATH`."
            )
        }
        return root
    }
}
