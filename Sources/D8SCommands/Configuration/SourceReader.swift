import Yams

/// Reads one entry under `sources:`.
struct SourceReader {
    let place: SourcePlace
    let file: String
    let entry: Node
    private(set) var problems: [ConfigurationProblem] = []

    init(place: SourcePlace, file: String, entry: Node) {
        self.place = place
        self.file = file
        self.entry = entry
    }

    /// The sources of the entry; none, with the problems noted, if it cannot be used.
    mutating func read() -> [SourceConfiguration] {
        var reader = MappingReader(entry, file: file, title: "a source")
        guard reader.problems.isEmpty else {
            problems = reader.problems
            return []
        }
        guard let kind = SourceKinds.kind(among: reader.keys) else {
            noteUnknownKind(&reader)
            problems = reader.problems
            return []
        }
        let limit = reader.value("series_limit", form: "a whole number above 0") {
            Int($0).flatMap { $0 > 0 ? $0 : nil }
        }
        var sources = kind.read(&reader, in: place)
        if let limit { sources.indices.forEach { sources[$0].seriesLimit = limit } }
        problems = reader.finish()
        return sources
    }

    /// Names the kind that was probably meant, if there is one.
    private func noteUnknownKind(_ reader: inout MappingReader) {
        let kinds = SourceKinds.all.map { $0.key }
        for key in reader.keys {
            guard let node = reader.node(key), let kind = NearestName.of(key, among: kinds) else {
                continue
            }
            return reader.note(
                node,
                "`\(key)` is no kind of source; did you mean `\(kind)`?"
            )
        }
        reader.noteMissing("a source needs \(SourceKinds.usage)")
    }
}
