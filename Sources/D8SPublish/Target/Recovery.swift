import Glibc

/// Clears away what a run that was cut off has left; only with the lock held.
struct Recovery {
    let place: TargetPlace

    /// Leaves the published edition, the lock, and what is not the publisher's.
    func run() throws(PublishError) {
        if try Disk.status(place.path) == nil, try Disk.status(place.aside) != nil {
            try Disk.rename(place.aside, place.path)
            try Disk.sync(folder: place.parent)
        }
        let used = try usedEdition()
        let editions = ["a", "b"].map(place.editionName).filter { $0 != used }
        for path in [place.staging, place.aside, place.newLink]
            + editions.map({ place.work + "/" + $0 })
        {
            try Disk.remove(path)
        }
    }

    /// The edition folder that the target's link leads to; nil if it is no link of ours.
    private func usedEdition() throws(PublishError) -> String? {
        guard let status = try Disk.status(place.path), Disk.isLink(status) else { return nil }
        return try Disk.destination(of: place.path).split(separator: "/").last.map(String.init)
    }
}
