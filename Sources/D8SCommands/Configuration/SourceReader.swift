import Yams

/// Reads one entry under `sources:`.
struct SourceReader {
    private let folder: String
    private let file: String
    private let entry: Node
    private(set) var problems: [ConfigurationProblem] = []

    init(folder: String, file: String, entry: Node) {
        self.folder = folder
        self.file = file
        self.entry = entry
    }

    /// The source; nil, with the problems noted, if it cannot be used.
    mutating func read() -> SourceConfiguration? {
        var reader = MappingReader(entry, file: file, title: "a source")
        let source: SourceConfiguration?
        if reader.keys.contains("git") {
            source = git(&reader)
        } else if reader.keys.contains("import") {
            source = files(&reader)
        } else {
            reader.noteMissing("a source needs `git: FOLDER` or `import: KIND`")
            problems = reader.problems
            return nil
        }
        problems = reader.finish()
        return source
    }

    private func git(_ reader: inout MappingReader) -> SourceConfiguration? {
        guard let repository = reader.string("git") else { return nil }
        let path = FilePath.absolute(repository, in: folder)
        return .git(
            .init(
                repository: path,
                service: reader.string("service") ?? FilePath.lastComponent(path),
                team: reader.string("team"),
                tags: reader.strings("tags") ?? [],
                environment: reader.string("environment") ?? "production",
                includesPreReleases: reader.flag("pre_releases") ?? false,
                interval: reader.duration("every") ?? 86_400
            )
        )
    }

    private func files(_ reader: inout MappingReader) -> SourceConfiguration? {
        let kind = reader.choice("import", ImportKindName.self)
        let files = reader.strings("files") ?? []
        if files.isEmpty { reader.noteMissing("an import needs `files: [PATH, …]`") }
        let entry = SourceConfiguration.ImportEntry(
            kind: kind ?? .deployments,
            files: files.map { FilePath.absolute($0, in: folder) },
            columns: reader.table("columns") ?? [:],
            constants: reader.table("set") ?? [:],
            filters: reader.table("only") ?? [:],
            aliases: (reader.strings("aliases") ?? []).map { FilePath.absolute($0, in: folder) },
            isStrict: reader.flag("strict") ?? false,
            interval: reader.duration("every") ?? 7 * 86_400
        )
        return kind == nil || files.isEmpty ? nil : .files(entry)
    }
}
