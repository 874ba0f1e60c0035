package import D8SModel

extension GitSource {
    /// Reads the whole repository and delivers the service, its releases, then its commits with
    /// parents first.
    ///
    /// Each commit names the first release that held it, by creation time; nil if none does. In a
    /// shallow clone the commits whose first release is out of sight are left out, with a note.
    /// Nothing is delivered before all is read. The same repository gives the same records.
    ///
    /// - Parameters:
    ///   - remembered: Deployments of this service that the history holds already: a release whose
    ///     tag was deleted since keeps its commits, and is not delivered again.
    ///   - sink: What receives the records.
    /// - Returns: How much was read, what could not be used, and what a person should know.
    /// - Throws: `CollectError`: no `git`, no repository, no such branch, a bad pattern, a damaged
    ///   repository (with what `git` said), or the sink's own error as `.delivery`.
    package func collect(
        remembering remembered: [Deployment] = [],
        into sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        let snapshot = try GitSnapshot(of: self, remembered: remembered)
        var report = CollectReport()
        try D8SCollect.deliver(
            RecordBatch(
                services: [Service(name: service, team: team)],
                deployments: snapshot.deployments(&report)
            ),
            to: sink
        )
        for start in stride(from: 0, to: snapshot.history.count, by: Self.batchSize) {
            let end = min(start + Self.batchSize, snapshot.history.count)
            let changes = (start..<end).compactMap { snapshot.change(at: $0, &report) }
            try D8SCollect.deliver(RecordBatch(changes: changes), to: sink)
        }
        snapshot.addNotes(to: &report)
        return report
    }

    /// What changed between each two releases that follow one another by version; pre-releases only
    /// if they are included.
    package func releaseDeltas() throws(CollectError) -> [ReleaseDelta] {
        let snapshot = try GitSnapshot(of: self, remembered: [])
        let releases = snapshot.map.releases
            .compactMap { release in release.version.map { (version: $0, release: release) } }
            .sorted { $0.version < $1.version }
            .map(\.release)
        return zip(releases, releases.dropFirst()).map { previous, next in
            let counts = snapshot.history.difference(from: previous.position, to: next.position)
            return ReleaseDelta(
                previous: previous.name,
                release: next.name,
                finished: next.finished,
                added: counts.added,
                lost: counts.lost
            )
        }
    }

    private static let batchSize = 2000
}
