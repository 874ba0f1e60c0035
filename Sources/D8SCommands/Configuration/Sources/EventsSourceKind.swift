import D8SCollect
import D8SModel

/// An entry `- events: FILES`.
enum EventsSourceKind: SourceKind {
    static let key = "events"
    static let usage = "events: FILES"
    static let example = """
        # Events from files of JSON: CDEvents, in CloudEvents or not, and those that
        # `d8s import events --help` explains; one on each line, in arrays, or one in each file:
        #   - events: [events.jsonl.gz, spool]   # files, folders, patterns
        #     name: delivery             # what the pages call this source
        #     every: 1d                  # older than that, and it is an item
        #     timezone: Europe/London    # where times without a zone are
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let paths = reader.strings("events") ?? []
        let zone = reader.value("timezone", form: "an IANA name such as Europe/London") {
            Zone(identifier: $0)
        }
        let name = reader.string("name"), every = reader.duration("every") ?? 86_400
        guard let first = paths.first else {
            reader.noteMissing("`events` needs files: `events: [FILE, …]`")
            return []
        }
        let files = EventFiles(
            paths: paths.map { $0 == "-" ? $0 : FilePath.absolute($0, in: place.folder) },
            zone: zone
        )
        return [
            SourceConfiguration(
                name: name ?? "events:" + FilePath.lastComponent(first),
                interval: every,
                collector: files
            )
        ]
    }
}
