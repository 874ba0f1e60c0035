package import D8SModel

/// Makes a site the published one, so that nobody ever sees half of it.
///
/// The edition is put together in a hidden folder beside the target (`.NAME.d8s`), each file
/// written as soon as it is made, checked as a whole, then swapped in by one rename. A run that is cut off at any point leaves
/// the old edition or the new one, whole; the next run clears its remains away.
///
/// A program that holds the target folder itself open across nights (a bind mount of exactly this
/// folder into a container) goes on seeing the old one: let it mount the folder above.
package struct Publisher: Sendable {
    private let target: String
    private let retention: Retention
    private let world: World

    /// A publisher for one target.
    ///
    /// - Parameters:
    ///   - target: The folder of the site. It may be missing, empty (`.gitkeep` is left alone), hold
    ///     an edition, or be a symbolic link to such a folder.
    ///   - retention: Which past editions stay inside the site.
    package init(target: String, retention: Retention = Retention()) {
        self.init(target: target, retention: retention, world: World())
    }

    init(target: String, retention: Retention, world: World) {
        self.target = target
        self.retention = retention
        self.world = world
    }

    /// Nights before this one that the site will hold in `editions/<date>/` when it is published,
    /// newest first.
    ///
    /// The site may link to `editions/<date>/index.html` of each. Such links belong on
    /// `editions/index.html` alone: inside a past edition that page leads back to the real one,
    /// while other links into `editions/` would lead nowhere there.
    ///
    /// - Parameter night: The night that is going to be published.
    /// - Returns: The nights, newest first.
    /// - Throws: `PublishError` if the target cannot be a site, or holds foreign files.
    package func pastEditions(for night: Day) throws(PublishError) -> [Day] {
        let contents = try TargetContents(try TargetPlace(target))
        return keptNights(contents, night).filter { $0 < night }
    }

    /// Takes the right to publish and looks whether the target can be a site, before the work
    /// begins: a job that could not publish in the end says so at once.
    ///
    /// - Throws: `PublishError`: another job publishes there, foreign files, an unfit folder.
    package func reserve() throws(PublishError) -> Reservation {
        let place = try TargetPlace(target)
        try Disk.makeFolder(place.work, mode: 0o700)
        let reservation = Reservation(place: place, lock: try JobLock(place))
        _ = try TargetContents(place)
        return reservation
    }

    /// Publishes these files as the edition of this night.
    ///
    /// - Parameters:
    ///   - files: The whole site, in any order; `edition.json`, the `.gz` twins and past editions
    ///     are added here.
    ///   - night: The night the site is about.
    ///   - summary: What `edition.json` says about the content.
    ///   - reservation: The right that this publisher's `reserve` gave; nil takes it now.
    /// - Returns: What was written, kept and removed.
    /// - Throws: `PublishError`; the target is then as it was.
    package func publish(
        _ files: [SiteFile],
        night: Night,
        summary: EditionSummary,
        under reservation: Reservation? = nil
    ) async throws(PublishError) -> Publication {
        let batches = files.map { file -> SiteBatch in { [file] } }
        return try await publish(batches, night: night, summary: summary, under: reservation)
    }

    /// Publishes the files of these batches as the edition of this night.
    ///
    /// - Parameters:
    ///   - batches: Parts of the site, in any order; each is asked once for its files, which are
    ///     written and forgotten. `edition.json`, the `.gz` twins and past editions are added here.
    ///   - night: The night the site is about.
    ///   - summary: What `edition.json` says about the content.
    ///   - reservation: What `reserve()` gave, which is released; nil reserves now.
    /// - Returns: What was written, kept and removed.
    /// - Throws: `PublishError`, `.notMade` if a batch has no files to give; the target is then as
    ///   it was.
    package func publish(
        _ batches: [SiteBatch],
        night: Night,
        summary: EditionSummary,
        under reservation: Reservation? = nil
    ) async throws(PublishError) -> Publication {
        guard let reservation else {
            return try await publish(batches, night: night, summary: summary, under: try reserve())
        }
        defer { reservation.release() }
        let place = reservation.place
        try world.atStep(.locked)
        try Recovery(place: place).run()
        try world.atStep(.recovered)
        do {
            let edition = Edition(batches: batches, night: night, summary: summary)
            return try await publish(edition, in: place)
        } catch {
            // What a killed run leaves is for the next one; after an error we are still here.
            if error != .stopped { try? Recovery(place: place).run() }
            throw error
        }
    }

    private struct Edition {
        let batches: [SiteBatch]
        let night: Night
        let summary: EditionSummary
    }

    private func publish(
        _ edition: Edition,
        in place: TargetPlace
    ) async throws(PublishError) -> Publication {
        let contents = try TargetContents(place)
        try world.atStep(.inspected)
        let nights = keptNights(contents, edition.night.day)
        let staged = try await stage(edition, contents, nights, in: place)
        if world.isDurable { try Disk.syncFileSystem(of: place.staging) }
        try world.atStep(.synced)
        let old = try Swap(place: place, world: world).publish()
        try world.atStep(.swapped)
        if let old {
            try Disk.remove(old) { path throws(PublishError) in
                try world.atStep(.oldFileRemoved(path))
            }
        }
        try world.atStep(.done)
        return publication(of: staged, contents, nights)
    }

    private func keptNights(_ contents: TargetContents, _ night: Day) -> [Day] {
        PastEditions.kept(
            contents.pastNights,
            current: contents.record?.night,
            publishing: night,
            retention
        )
    }

    private func check(
        _ outcome: Stager.Outcome,
        _ edition: Edition,
        _ contents: TargetContents,
        _ nights: [Day]
    ) throws(PublishError) {
        if case .notMade = outcome.error, let error = outcome.error { throw error }
        let past = PastFiles(contents: contents, nights: Set(nights))
        let links = LinkCheck(url: edition.night.url, hasPastFile: past.has)
        let faults = SitePaths.faults(of: outcome.checked) + links.faults(of: outcome.checked)
        guard faults.isEmpty else { throw .unfitSite(faults) }
        if let error = outcome.error { throw error }
    }

    private struct Staged {
        let files: [StagedFile]
        let digest: String
    }

    private func stage(
        _ edition: Edition,
        _ contents: TargetContents,
        _ nights: [Day],
        in place: TargetPlace
    ) async throws(PublishError) -> Staged {
        let stager = Stager(place: place, contents: contents, world: world)
        try stager.makeRoot()
        try world.atStep(.stagingMade)
        let outcome = await stager.stage(edition.batches)
        try check(outcome, edition, contents, nights)
        try world.atStep(.checked)
        let past = try stager.stagePast(nights)
        let record = EditionRecord(
            night: edition.night.day,
            past: past,
            files: outcome.staged.map(\.record)
        )
        let json = record.json(of: edition.night, summary: edition.summary)
        let own = try stager.staged(SiteFile(path: EditionRecord.name, bytes: json))
        try world.atStep(.recorded)
        return Staged(files: outcome.staged + own, digest: Digest.sha256(json))
    }

    private func publication(
        of staged: Staged,
        _ contents: TargetContents,
        _ nights: [Day]
    ) -> Publication {
        let now = Set(staged.files.map(\.record.path))
        return Publication(
            written: staged.files.count { !$0.isKept },
            kept: staged.files.count(where: \.isKept),
            removed: contents.files.keys.count { !now.contains($0) },
            bytes: staged.files.reduce(0) { $0 + $1.record.size },
            digest: staged.digest,
            pastEditions: nights
        )
    }
}
