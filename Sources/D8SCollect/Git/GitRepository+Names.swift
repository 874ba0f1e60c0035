extension GitRepository {
    /// The top of the work tree; of a bare repository its own folder.
    func top() throws(CollectError) -> String {
        if try line(["rev-parse", "--is-inside-work-tree"]) == "true" {
            return try line(["rev-parse", "--show-toplevel"])
        }
        let folder = try line(["rev-parse", "--absolute-git-dir"])
        return folder.hasSuffix("/.git") ? String(folder.dropLast("/.git".count)) : folder
    }

    /// The branch that stands for the project's state, if it has commits, and where it was read.
    func defaultBranch() throws(CollectError) -> (name: String?, reason: String) {
        let remote = try lineIfAny(["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"])
        if let name = remote?.droppingPrefix("refs/remotes/origin/") {
            return (name, "the default branch of the remote origin")
        }
        let head = try lineIfAny(["symbolic-ref", "--quiet", "HEAD"])
        if let name = head?.droppingPrefix("refs/heads/") {
            let hasCommits = try resolve(["HEAD^{commit}"]).first.flatMap(\.self) != nil
            return hasCommits
                ? (name, "what HEAD names") : (nil, "\(name) has no commits yet")
        }
        let usual = ["main", "master", "trunk"]
        let found = try resolve(usual.map { "refs/heads/\($0)^{commit}" })
        guard let name = zip(usual, found).first(where: { $1 != nil })?.0 else {
            return (nil, "HEAD is detached and no usual branch is there")
        }
        return (name, "its usual name, since HEAD is detached")
    }

    /// What the repository is called by its remote, else by its folder, and which it was.
    func ownName(top: String) throws(CollectError) -> (name: String, reason: String) {
        let url = try lineIfAny(["config", "--get", "remote.origin.url"])
        if let name = url.flatMap(ServiceName.last(ofPath:)) {
            return (name, "from the remote origin")
        }
        let name = ServiceName.last(ofPath: top) ?? "service"
        return (name, "from the name of the folder")
    }
}

extension String {
    /// Nil if it does not begin so.
    fileprivate func droppingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
