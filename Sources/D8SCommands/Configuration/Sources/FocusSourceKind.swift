import D8SCollect
import D8SModel

/// An entry `- focus: FILES`.
enum FocusSourceKind: SourceKind {
    static let key = "focus"
    static let usage = "focus: FILES"
    static let example = """
        # Costs from files in the form of FOCUS 1.0 to 1.2: CSV with a header, plain or .gz:
        #   - focus: [exports/aws]       # files, folders with those inside them, patterns
        #     name: aws-costs            # what the pages call this source
        #     every: 2d                  # older than that, and it is an item
        #     exports: folder            # a folder's files are one export; or file: each file is
        #     columns: {ServiceName: service}   # a column that the files call otherwise
        #     set: {BillingCurrency: EUR}       # the same value for all rows
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let paths = reader.strings("focus") ?? []
        let unit = reader.choice("exports", FocusFiles.Unit.self) ?? .folder
        let mapping = ImportMapping(
            columns: reader.assignments("columns"),
            constants: reader.assignments("set")
        )
        let name = reader.string("name"), every = reader.duration("every") ?? 2 * 86_400
        guard let first = paths.first else {
            reader.noteMissing("`focus` needs files: `focus: [FILE, …]`")
            return []
        }
        let files = FocusFiles(
            paths: paths.map { FilePath.absolute($0, in: place.folder) },
            mapping: mapping,
            unit: unit,
            passesOverKnown: true
        )
        return [
            SourceConfiguration(
                name: name ?? "focus:" + FilePath.lastComponent(first),
                interval: every,
                collector: files
            )
        ]
    }
}
