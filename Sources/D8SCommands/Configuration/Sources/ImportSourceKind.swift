import D8SCollect
import D8SModel

/// Files that are imported again each night: `- import: KIND`.
enum ImportSourceKind: SourceKind {
    static let key = "import"
    static let usage = "import: KIND"
    static let example = """
        # Files that are imported again each night; `d8s import --help` has their columns:
        #   - import: incidents          # or deployments, changes, runs
        #     files: [incidents.csv]     # CSV or JSON Lines, plain or .gz
        #     name: pagerduty            # what the pages call this source
        #     every: 7d                  # older than that, and it is an item
        #     columns: {opened: began}   # a column that the file calls otherwise
        #     set: {service: checkout}   # the same value for all rows
        #     only: {kind: outage}       # only rows with this value
        #     aliases: [checkout=tags.csv]   # tags and their commits: tag, revision
        #     timezone: Europe/London    # where times without a zone are
        #     strict: true               # refuse a file whole if a row of it is bad
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let kind = reader.choice("import", ImportKind.self)
        let paths = reader.strings("files") ?? []
        if paths.isEmpty { reader.noteMissing("an import needs `files: [PATH, …]`") }
        let files = ImportFiles(
            records: kind ?? .deployments,
            paths: paths.map { FilePath.absolute($0, in: place.folder) },
            mapping: ImportMapping(
                columns: assignments(reader.table("columns")),
                constants: assignments(reader.table("set")),
                filters: assignments(reader.table("only"))
            ),
            aliases: (reader.strings("aliases") ?? []).map {
                ImportFiles.alias($0, in: place.folder)
            },
            zone: zone(&reader),
            isStrict: reader.flag("strict") ?? false
        )
        let source = SourceConfiguration(
            name: reader.string("name") ?? files.sourceName,
            interval: reader.duration("every") ?? 7 * 86_400,
            collector: files
        )
        return kind == nil || paths.isEmpty ? [] : [source]
    }

    private static func zone(_ reader: inout MappingReader) -> Zone? {
        reader.value("timezone", form: "an IANA name such as Europe/London") {
            Zone(identifier: $0)
        }
    }

    private static func assignments(_ table: [String: String]?) -> [ImportMapping.Assignment] {
        (table ?? [:]).sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
    }
}
