/// Reads the parts of a kubeconfig; never shows a value that may be secret.
struct KubeconfigReader {
    let path: String
    let root: JSONValue

    func fault(_ reason: String, mend: String = "Correct the file.") -> CollectError {
        .unusable(what: path, reason: reason, mend: mend)
    }

    /// The context of this name, or the current one.
    func context(_ name: String?) throws(CollectError) -> JSONValue {
        guard let name = name ?? root["current-context"]?.string, !name.isEmpty else {
            throw fault(
                "it has no current context",
                mend: "Name one with `context: NAME`: \(names("contexts"))."
            )
        }
        return try entry("context", named: name)
    }

    /// What stands under `contexts`, `clusters` or `users` by this name.
    func entry(_ kind: String, named name: String) throws(CollectError) -> JSONValue {
        let found = root.list("\(kind)s").first { $0.word("name") == name }
        guard let entry = found?[kind] else {
            throw fault(
                "it has no \(kind) \(name)",
                mend: "It has: \(names("\(kind)s"))."
            )
        }
        return entry
    }

    private func names(_ list: String) -> String {
        let names = root.list(list).map { $0.word("name") }
        return names.isEmpty ? "none" : names.joined(separator: ", ")
    }

    /// Whom to trust.
    func trust(
        _ cluster: JSONValue,
        _ access: inout HTTPAccess,
        _ files: inout [MemoryFile]
    ) throws(CollectError) {
        if access.authorities == nil {
            access.authorities = try self.file("certificate-authority", of: cluster, &files)
        }
        if access.serverName == nil { access.serverName = cluster["tls-server-name"]?.string }
        if cluster["insecure-skip-tls-verify"]?.bool ?? false { access.verifiesServer = false }
    }

    /// Who asks; what the configuration says itself goes before the file.
    func identify(
        _ user: JSONValue,
        _ name: String,
        _ access: inout HTTPAccess,
        _ files: inout [MemoryFile]
    ) throws(CollectError) {
        if access.authorization == nil {
            access.authorization = try authorization(user, &files)
        }
        if access.certificate == nil {
            access.certificate = try self.file("client-certificate", of: user, &files)
            access.key = try self.file("client-key", of: user, &files)
        }
        if (access.certificate == nil) != (access.key == nil) {
            throw fault("the user \(name) has a client certificate or a key without the other")
        }
        let isKnown = access.authorization != nil || access.certificate != nil
        for plugin in ["exec", "auth-provider"] where !isKnown && user[plugin] != nil {
            throw fault(
                "the user \(name) signs in by `\(plugin)`, which runs a program and is not done",
                mend: "Give a token with `bearer: file:PATH` (`kubectl create token`, or a service "
                    + "account's), or a client certificate with `tls`."
            )
        }
    }

    private func authorization(
        _ user: JSONValue,
        _ files: inout [MemoryFile]
    ) throws(CollectError) -> Authorization? {
        // As kubectl has it: a token file goes before a token.
        if let path = user["tokenFile"]?.string { return .bearer(.file(absolute(path))) }
        if let token = user["token"]?.string, !token.isEmpty {
            return .bearer(try hidden(token, &files))
        }
        guard let name = user["username"]?.string else { return nil }
        return .basic(user: name, password: try hidden(user.word("password"), &files))
    }

    private func hidden(
        _ value: String,
        _ files: inout [MemoryFile]
    ) throws(CollectError) -> Secret {
        let file = try MemoryFile(Array(value.utf8))
        files.append(file)
        return .file(file.path)
    }

    /// The path of a PEM file, which may be in the kubeconfig itself (`NAME-data`, base64).
    private func file(
        _ name: String,
        of holder: JSONValue,
        _ files: inout [MemoryFile]
    ) throws(CollectError) -> String? {
        guard let text = holder["\(name)-data"]?.string, !text.isEmpty else {
            return holder[name]?.string.map(absolute)
        }
        guard let bytes = Base64.decoded(text) else { throw fault("`\(name)-data` is no base64") }
        let file = try MemoryFile(bytes)
        files.append(file)
        return file.path
    }

    /// Paths are relative to the kubeconfig's own folder.
    private func absolute(_ file: String) -> String {
        guard !file.hasPrefix("/") else { return file }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + file
    }
}
