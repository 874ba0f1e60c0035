import Glibc

extension GitRepository {
    /// Everything that is reachable from these commits, in one walk.
    func history(of tips: [ObjectID]) throws(CollectError) -> CommitHistory {
        var history = CommitHistory()
        guard !tips.isEmpty else { return history }
        // Parents come first, so that each commit finds them.
        let command = [
            "rev-list", "--topo-order", "--reverse", "--stdin", "--format=\(CommitRecord.format)",
        ]
        let input = tips.map { $0.hex + "\n" }.joined()
        var fields: [[UInt8]] = []
        try run(command, input: input, separator: 0) { field in
            // The newline after the last commit.
            if fields.isEmpty, field.count == 1 { return }
            fields.append(Array(field))
            guard fields.count == CommitRecord.fieldCount else { return }
            guard let commit = CommitRecord(fields: fields), history.append(commit) else {
                throw unexpected(command, "a commit before its parents, or without an id")
            }
            fields.removeAll(keepingCapacity: true)
        }
        guard fields.isEmpty else { throw unexpected(command, "a commit that is cut off") }
        return history
    }

    /// The commits whose parents a shallow clone lacks; empty if the repository is whole.
    func shallowBoundary() throws(CollectError) -> [ObjectID] {
        guard try line(["rev-parse", "--is-shallow-repository"]) == "true" else { return [] }
        let name = try line(["rev-parse", "--git-path", "shallow"])
        let full = name.hasPrefix("/") ? name : path + "/" + name
        guard let file = fopen(full, "r") else {
            throw .unreadable(file: full, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) }
    }

    /// The newest commit of the main line, and what it is called.
    ///
    /// - Parameter branch: A branch of the remote `origin`, else a local one; nil for that remote's
    ///   default branch, else for what is checked out.
    /// - Returns: Nil if there is none, as in a repository without commits.
    /// - Throws: `.badPattern` if there is no such branch, or what `run` throws.
    func mainTip(branch: String?) throws(CollectError) -> ObjectID? {
        var names = ["refs/remotes/origin/HEAD", "HEAD"]
        if let branch {
            guard !branch.isEmpty, !branch.utf8.contains(where: { $0 < 0x20 }) else {
                throw .badPattern(pattern: branch, reason: "no branch can have this name")
            }
            names = ["refs/remotes/origin/", "refs/heads/", "refs/remotes/", ""].map { $0 + branch }
        }
        let found = try resolve(names.map { $0 + "^{commit}" })
        let tip = found.compactMap(\.self).first { $0.kind == "commit" }?.object
        if tip == nil, let branch {
            throw .badPattern(pattern: branch, reason: "the repository \(path) has no such branch")
        }
        return tip
    }
}
