import Glibc

/// Where an edition will stand, and where it is prepared.
struct TargetPlace: Hashable, Sendable {
    /// The folder above the target, without links.
    let parent: String
    /// The target's own name.
    let name: String

    /// The target's absolute path.
    var path: String { child(name) }
    /// A hidden folder beside the target for the lock and for what is being prepared: on the same
    /// file system, so that a rename is enough to publish it.
    var work: String { child(workName) }
    var workName: String { ".\(name).d8s" }
    var lock: String { work + "/lock" }
    /// The edition on its way in; after an exchange the one on its way out.
    var staging: String { work + "/staging" }
    /// A target folder on its way to become a link.
    var aside: String { work + "/old" }
    var newLink: String { work + "/link" }

    /// Finds the place that a person means: links are followed, except the one that the publisher
    /// itself has put there.
    init(_ target: String) throws(PublishError) {
        guard !target.isEmpty, !target.utf8.contains(0) else {
            throw .unfitTarget(path: target.shown, .empty)
        }
        var path = target.hasPrefix("/") ? target : try Disk.realPath(".") + "/" + target
        for _ in 0..<40 {
            let place = try Self.split(path)
            guard let destination = try place.foreignLink() else {
                try place.refuseUnfit()
                self = place
                return
            }
            path = destination.hasPrefix("/") ? destination : place.child(destination)
        }
        throw .unfitTarget(path: target, .tooManyLinks)
    }

    /// The name in the link to one of two editions, `a` or `b`.
    func editionName(_ letter: String) -> String { "edition-\(letter)" }

    private func child(_ name: String) -> String {
        parent == "/" ? "/" + name : parent + "/" + name
    }

    /// Makes the folders above the target if they are missing.
    private static func split(_ path: String) throws(PublishError) -> TargetPlace {
        var parts = path.split(separator: "/").filter { $0 != "." }
        if parts.last == ".." {
            parts = try Disk.realPath(path).split(separator: "/")
        }
        guard let name = parts.popLast() else { throw .unfitTarget(path: path, .root) }
        let parent = "/" + parts.joined(separator: "/")
        try Disk.makeFolders(parent)
        return TargetPlace(parent: try Disk.realPath(parent), name: String(name))
    }

    private init(parent: String, name: String) {
        self.parent = parent
        self.name = name
    }

    /// Where the target leads, if it is a link that the publisher has not made; else nil.
    private func foreignLink() throws(PublishError) -> String? {
        guard let status = try Disk.status(path), Disk.isLink(status) else { return nil }
        let destination = try Disk.destination(of: path)
        return destination.hasPrefix(workName + "/edition-") ? nil : destination
    }

    private func refuseUnfit() throws(PublishError) {
        if let home = Self.home, path == home { throw .unfitTarget(path: path, .home) }
        guard access(parent, W_OK | X_OK) == 0 else {
            throw .unfitTarget(path: path, .parentNotWritable)
        }
        guard let status = try Disk.status(path), !Disk.isLink(status) else { return }
        guard Disk.isFolder(status) else { throw .unfitTarget(path: path, .notAFolder) }
        guard try Disk.status(path + "/.git") == nil else {
            throw .unfitTarget(path: path, .repository)
        }
        guard try Disk.status(parent)?.st_dev == status.st_dev else {
            throw .unfitTarget(path: path, .mountPoint)
        }
    }

    private static var home: String? {
        guard let home = getenv("HOME") else { return nil }
        return try? Disk.realPath(String(cString: home))
    }
}
