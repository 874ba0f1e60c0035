import D8SCollect
import D8SModel

/// Files of one kind to import, and how to read them.
struct ImportFiles: Sendable {
    var records: ImportKind
    /// Paths; `-` is standard input.
    var paths: [String]
    var mapping: ImportMapping
    /// Files that map tags to commits, each with the service whose tags they are; nil where the
    /// file says so itself, or where they are every service's.
    var aliases: [(service: String?, path: String)] = []
    /// Where times without a zone are; nil refuses such rows.
    var zone: Zone?
    var isStrict = false

    /// The name of the source that these files are, unless somebody names it.
    var sourceName: String {
        let service = mapping.constants.first { $0.name == "service" }?.value
        return "import:\(records.rawValue):"
            + (service ?? paths.first.map(FilePath.lastComponent) ?? "-")
    }

    /// Reads `FILE` or `SERVICE=FILE`, as a flag or the configuration names a file of aliases.
    static func alias(_ text: String, in folder: String) -> (service: String?, path: String) {
        guard let assignment = ImportMapping.Assignment(parsing: text) else {
            return (nil, FilePath.absolute(text, in: folder))
        }
        return (assignment.name, FilePath.absolute(assignment.value, in: folder))
    }

    /// Reads all files, one after the other.
    ///
    /// - Throws: `CollectError` for the first file that cannot be read at all; what came before it
    ///   is delivered.
    func read(into sink: RecordSink) throws(CollectError) -> CollectReport {
        var known = RevisionAliases()
        var report = CollectReport()
        for (service, path) in aliases { report.add(try known.read(path, service: service)) }
        let importer = Importer(
            kind: records,
            mapping: mapping,
            aliases: known,
            zone: zone,
            isStrict: isStrict
        )
        for path in paths { report.add(try importer.read(path, into: sink)) }
        return report
    }
}

extension ImportFiles: Collector {
    var kind: String { "import" }

    func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in try read(into: sink) }
    }
}
