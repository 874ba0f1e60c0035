import D8SCollect
import D8SModel
import Yams

/// Reads one entry under `sources:`.
struct SourceReader {
    private let folder: String
    private let file: String
    private let entry: Node
    /// The environment whose deployments count, for sources that name none.
    private let environment: String
    private(set) var problems: [ConfigurationProblem] = []

    init(folder: String, file: String, entry: Node, environment: String) {
        self.folder = folder
        self.file = file
        self.entry = entry
        self.environment = environment
    }

    /// The source; nil, with the problems noted, if it cannot be used.
    mutating func read() -> SourceConfiguration? {
        var reader = MappingReader(entry, file: file, title: "a source")
        guard reader.problems.isEmpty else {
            problems = reader.problems
            return nil
        }
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
        let source = GitSource(
            repository: path,
            service: reader.string("service") ?? FilePath.lastComponent(path),
            team: reader.string("team"),
            environment: reader.string("environment") ?? environment,
            tagPatterns: reader.strings("tags") ?? [],
            includesPrereleases: reader.flag("pre_releases") ?? false,
            mainBranch: reader.string("branch")
        )
        return SourceConfiguration(
            name: source.name,
            interval: reader.duration("every") ?? 86_400,
            work: .git(source)
        )
    }

    private func files(_ reader: inout MappingReader) -> SourceConfiguration? {
        let kind = reader.choice("import", ImportKind.self)
        let paths = reader.strings("files") ?? []
        if paths.isEmpty { reader.noteMissing("an import needs `files: [PATH, …]`") }
        let files = ImportFiles(
            kind: kind ?? .deployments,
            paths: paths.map { FilePath.absolute($0, in: folder) },
            mapping: ImportMapping(
                columns: assignments(reader.table("columns")),
                constants: assignments(reader.table("set")),
                filters: assignments(reader.table("only"))
            ),
            aliases: (reader.strings("aliases") ?? []).map {
                ImportFiles.alias($0, in: folder)
            },
            zone: zone(&reader),
            isStrict: reader.flag("strict") ?? false
        )
        let source = SourceConfiguration(
            name: reader.string("name") ?? files.sourceName,
            interval: reader.duration("every") ?? 7 * 86_400,
            work: .files(files)
        )
        return kind == nil || paths.isEmpty ? nil : source
    }

    private func zone(_ reader: inout MappingReader) -> Zone? {
        reader.value("timezone", form: "an IANA name such as Europe/London") {
            Zone(identifier: $0)
        }
    }

    private func assignments(_ table: [String: String]?) -> [ImportMapping.Assignment] {
        (table ?? [:]).sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
    }
}
