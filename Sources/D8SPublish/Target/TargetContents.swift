import D8SModel
import Glibc

/// What stands in a target before a night is published.
struct TargetContents: Sendable {
    /// The folder that holds the edition now: the target, or what its link leads to.
    let folder: String
    /// Nil if there is no edition yet.
    let record: EditionRecord?
    let hasKeepFile: Bool
    /// The edition's files by path.
    let files: [String: EditionRecord.File]
    /// Past editions inside the site, newest first.
    let pastNights: [Day]
    let isThere: Bool

    /// Reads the target and refuses it if it holds a file that no edition of ours lists.
    init(_ place: TargetPlace) throws(PublishError) {
        folder = place.path
        isThere = try Disk.status(place.path) != nil && access(place.path, F_OK) == 0
        let found = isThere ? try Disk.files(below: try Disk.realPath(place.path)) : []
        record = try Self.record(in: folder)
        files = Dictionary((record?.files ?? []).map { ($0.path, $0) }) { $1 }
        hasKeepFile = found.contains { $0.path == ".gitkeep" && $0.isFile }

        var known = Set(files.keys).union([".gitkeep"])
        if record != nil { known.formUnion([EditionRecord.name, EditionRecord.twinName]) }
        var nights: [Day] = []
        if record != nil {
            for night in Self.nights(among: found.map(\.path)) {
                let base = PastEditions.folder(of: night) + "/"
                guard let past = try Self.record(in: folder + "/" + base) else { continue }
                nights.append(night)
                let names = [EditionRecord.name, EditionRecord.twinName, PastEditions.calendar]
                known.formUnion((past.files.map(\.path) + names).map { base + $0 })
            }
        }
        pastNights = nights.sorted(by: >)
        let foreign = found.filter { !$0.isFile || !known.contains($0.path) }.map(\.path)
        guard foreign.isEmpty else {
            throw .foreignFiles(
                target: place.path,
                paths: Array(foreign.prefix(20)),
                count: foreign.count
            )
        }
    }

    /// The edition's own record; nil if there is none, or it is not ours.
    static func record(in folder: String) throws(PublishError) -> EditionRecord? {
        try Disk.read(folder + "/" + EditionRecord.name).flatMap(EditionRecord.init(json:))
    }

    /// Nights whose folder in `editions/` holds an `edition.json`.
    private static func nights(among paths: [String]) -> Set<Day> {
        Set(
            paths.compactMap { path in
                let parts = path.split(separator: "/")
                let isRecord =
                    parts.count == 3 && parts[0] == "editions" && parts[2] == EditionRecord.name
                return isRecord ? Day(iso8601: parts[1]) : nil
            }
        )
    }
}
