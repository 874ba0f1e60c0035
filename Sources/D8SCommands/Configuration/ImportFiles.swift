import D8SCollect
import D8SModel

/// Files of one kind to import, and how to read them.
struct ImportFiles: Sendable {
    var kind: ImportKind
    /// Paths; `-` is standard input.
    var paths: [String]
    var mapping: ImportMapping
    /// Files that map tags to commits.
    var aliases: [String] = []
    /// Where times without a zone are; nil refuses such rows.
    var zone: Zone?
    var isStrict = false

    /// The name of the source that these files are, unless somebody names it.
    var sourceName: String {
        let service = mapping.constants.first { $0.name == "service" }?.value
        return "import:\(kind.rawValue):"
            + (service ?? paths.first.map(FilePath.lastComponent) ?? "-")
    }

    /// Reads all files, one after the other.
    ///
    /// - Throws: `CollectError` for the first file that cannot be read at all; what came before it
    ///   is delivered.
    func read(into sink: RecordSink) throws(CollectError) -> CollectReport {
        var known = RevisionAliases()
        var report = CollectReport()
        let service = mapping.constants.first { $0.name == "service" }?.value
        for path in aliases { report.add(try known.read(path, service: service)) }
        let importer = Importer(
            kind: kind,
            mapping: mapping,
            aliases: known,
            zone: zone,
            isStrict: isStrict
        )
        for path in paths { report.add(try importer.read(path, into: sink)) }
        return report
    }
}
