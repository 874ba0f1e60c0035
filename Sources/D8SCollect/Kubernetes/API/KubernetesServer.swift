/// A Kubernetes API server and how it is spoken to.
struct KubernetesServer: Sendable {
    /// `https://host:port`, with a path if there is one, without `/` at the end.
    let address: String
    let access: HTTPAccess
    /// What keeps the paths in `access` readable; they end with it.
    let files: [MemoryFile]

    init(address: String, access: HTTPAccess, files: [MemoryFile] = []) {
        var address = address
        while address.hasSuffix("/") { address.removeLast() }
        self.address = address
        self.access = access
        self.files = files
    }
}
