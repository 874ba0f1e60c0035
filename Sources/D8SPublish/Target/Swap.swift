import Glibc

/// Puts the staging folder in the target's place in one step.
struct Swap {
    let place: TargetPlace
    let world: World

    /// Makes the staged edition the published one, and returns the folder of the old one, if any.
    ///
    /// Where the file system can exchange two folders (`renameat2` with `RENAME_EXCHANGE`: ext4,
    /// XFS, Btrfs, tmpfs …), that is all. Where it cannot, the target is a symbolic link to one of
    /// two folders, and a rename replaces the link. Only on the night on which a folder with an
    /// edition first becomes a link (it was copied from another file system) there is an instant
    /// without a target; a run that is cut off there is mended by the next.
    func publish() throws(PublishError) -> String? {
        guard let status = try Disk.status(place.path) else {
            return try move()
        }
        if Disk.isLink(status) {
            return try link(replacing: try Disk.destination(of: place.path))
        }
        let code = world.exchange(place.staging, place.path)
        switch code {
        case 0:
            try sync(place.parent)
            return place.staging
        case EINVAL, ENOSYS, EOPNOTSUPP:
            try Disk.rename(place.path, place.aside)
            try world.atStep(.movedAside)
            _ = try link(replacing: nil)
            return place.aside
        default:
            throw Disk.failure("exchange \(place.staging) with", place.path, code)
        }
    }

    private func move() throws(PublishError) -> String? {
        try Disk.rename(place.staging, place.path)
        try sync(place.parent)
        return nil
    }

    private func link(replacing old: String?) throws(PublishError) -> String? {
        let isA = old?.hasSuffix("/" + place.editionName("a")) == true
        let name = place.editionName(isA ? "b" : "a")
        guard chmod(place.work, 0o755) == 0 else { throw Disk.failure("open up", place.work) }
        try Disk.rename(place.staging, place.work + "/" + name)
        try sync(place.work)
        try Disk.link(to: place.workName + "/" + name, at: place.newLink)
        try Disk.rename(place.newLink, place.path)
        try sync(place.parent)
        return old.map { place.parent == "/" ? "/" + $0 : place.parent + "/" + $0 }
    }

    private func sync(_ folder: String) throws(PublishError) {
        if world.isDurable { try Disk.sync(folder: folder) }
    }
}
