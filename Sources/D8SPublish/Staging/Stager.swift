import D8SModel

/// Puts the files of one night into the staging folder.
struct Stager: Sendable {
    let place: TargetPlace
    let contents: TargetContents
    let world: World
    private let twins = KnownTwins()

    init(place: TargetPlace, contents: TargetContents, world: World) {
        self.place = place
        self.contents = contents
        self.world = world
    }

    /// What became of the files of a batch.
    struct Outcome: Sendable {
        var staged: [StagedFile] = []
        var checked: [CheckedFile] = []
        /// What kept a file from being staged; the others of its batch are there.
        var error: PublishError?
    }

    /// Makes and writes one batch after the other on all processors, so that only a few of them
    /// are in memory at a time.
    func stage(_ batches: [SiteBatch]) async -> Outcome {
        let outcomes = await Parallel.map(batches) { stage($0) }
        var all = Outcome()
        for outcome in outcomes {
            all.staged += outcome.staged
            all.checked += outcome.checked
            all.error = all.error ?? outcome.error
        }
        all.staged.sort { $0.record.path < $1.record.path }
        all.checked.sort { $0.path < $1.path }
        return all
    }

    /// Every file with its twin.
    ///
    /// Those that have not changed are the old files themselves, so that they keep their times and
    /// cost nothing. A file whose path is a fault is not written.
    private func stage(_ batch: SiteBatch) -> Outcome {
        let files: [SiteFile]
        do {
            files = try batch()
        } catch {
            return Outcome(error: .notMade(reason: "\(error)"))
        }
        var outcome = Outcome(checked: files.map(CheckedFile.init))
        do throws(PublishError) {
            let fit = files.filter { SitePaths.problem(of: $0.path) == nil }
            for folder in Set(fit.flatMap { SitePaths.folders(above: $0.path) }).sorted() {
                try Disk.makeFolder(place.staging + "/" + folder)
            }
            for file in fit { outcome.staged += try staged(file) }
        } catch {
            outcome.error = error
        }
        return outcome
    }

    /// Writes a file and its twin.
    func staged(_ file: SiteFile) throws(PublishError) -> [StagedFile] {
        let digest = Digest.sha256(file.bytes)
        let record = EditionRecord.File(
            path: file.path,
            size: file.bytes.count,
            sha256: digest
        )
        let isKept = try put(file.bytes, record)
        try world.atStep(.fileStaged(file.path))
        let main = StagedFile(record: record, isKept: isKept)
        guard Twin.isWanted(for: file) else { return [main] }
        let twin = try stagedTwin(of: file, digest, isKept: isKept)
        try world.atStep(.fileStaged(Twin.path(of: file.path)))
        return [main] + [twin].compactMap(\.self)
    }

    /// Nil if there is no memory to compress the text.
    private func stagedTwin(
        of file: SiteFile,
        _ digest: String,
        isKept: Bool
    ) throws(PublishError) -> StagedFile? {
        let path = Twin.path(of: file.path)
        if isKept, let old = contents.files[path],
            Disk.sha256(contents.folder + "/" + path) == old.sha256,
            try Disk.keep(contents.folder + "/" + path, as: place.staging + "/" + path)
        {
            return StagedFile(record: old, isKept: true)
        }
        guard let (bytes, sha256) = try compressed(file.bytes, digest) else { return nil }
        let record = EditionRecord.File(path: path, size: bytes.count, sha256: sha256)
        let isOld = try put(bytes, record)
        twins.note(record, of: digest)
        return StagedFile(record: record, isKept: isOld)
    }

    /// The compressed text and its digest, read again if there is one of the same text.
    private func compressed(
        _ text: [UInt8],
        _ digest: String
    ) throws(PublishError) -> (bytes: [UInt8], digest: String)? {
        if let twin = twins[digest],
            let bytes = try Disk.read(place.staging + "/" + twin.path), bytes.count == twin.size
        {
            return (bytes, twin.sha256)
        }
        return Gzip.compressed(text).map { ($0, Digest.sha256($0)) }
    }

    /// Keeps the old file if it holds these very bytes, else writes a new one; true if kept.
    func put(_ bytes: [UInt8], _ record: EditionRecord.File) throws(PublishError) -> Bool {
        let old = contents.folder + "/" + record.path, new = place.staging + "/" + record.path
        let isSame =
            contents.files[record.path] == record || record.path == EditionRecord.name
            || record.path == EditionRecord.twinName
        if contents.record != nil, isSame, Disk.holds(bytes, old), try Disk.keep(old, as: new) {
            return true
        }
        try Disk.write(bytes, to: new)
        return false
    }
}

extension Stager {
    /// Makes the staging folder, with the access rights of the folder that it will replace.
    func makeRoot() throws(PublishError) {
        try Disk.makeFolder(place.staging)
        guard contents.isThere else { return }
        try Disk.copyRights(from: contents.folder + "/.", to: place.staging)
        if contents.hasKeepFile {
            _ = try Disk.keep(contents.folder + "/.gitkeep", as: place.staging + "/.gitkeep")
        }
    }
}
