/// Which kinds of tags of a repository are taken for releases.
///
/// Of the kinds that name no service, the one with the latest release; of the ones that do, each
/// with at least two releases. A kind whose last release is more than a year older than the latest
/// of all is history.
struct TagChoice: Hashable, Sendable {
    private var main: TagFamily?
    private var named: [String: [TagFamily]] = [:]
    private(set) var notes: [String] = []

    private static let year: Int64 = 365 * 86_400

    init(of tags: [GitTag], repositoryName: String) {
        let families = TagFamily.families(of: tags)
        let latest = families.map(\.newest).max() ?? 0
        for family in families {
            let name = family.serviceName.flatMap { ServiceName.cleaned($0) }
            let isOwn = name == nil || name?.lowercased() == repositoryName.lowercased()
            if latest - family.newest > Self.year {
                leaveOut(family, "the last is more than a year older than other releases")
            } else if isOwn {
                takeAsMain(family)
            } else if let name, family.names.count > 1 || families.count == 1 {
                named[name, default: []].append(family)
            } else {
                leaveOut(family, "one tag is no series of releases")
            }
        }
        if tags.isEmpty {
            notes.append("The repository has no tags, so no deployments can be read from it.")
        } else if families.isEmpty {
            let names = tags.prefix(5).map(\.name).joined(separator: ", ")
            notes.append("None of its \(tags.count) tags reads like a stable version: \(names).")
        }
    }

    /// The services in order of their names; one without patterns if no tags are releases.
    func services(repositoryName: String, nameReason: String) -> [DiscoveredService] {
        var found = named.map { name, families in
            Self.service(name, "from the prefix of its tags", families.sorted(by: Self.byPrefix))
        }
        if main != nil || found.isEmpty {
            found.append(Self.service(repositoryName, nameReason, main.map { [$0] } ?? []))
        }
        return found.sorted { $0.name < $1.name }
    }

    private mutating func takeAsMain(_ family: TagFamily) {
        guard let other = main else {
            main = family
            return
        }
        // Families come with the largest first, which wins where both are equally new.
        let isNewer = family.newest > other.newest
        main = isNewer ? family : other
        let (winner, loser) = isNewer ? (family, other) : (other, family)
        leaveOut(loser, "\(winner.newestName) is newer")
    }

    private mutating func leaveOut(_ family: TagFamily, _ reason: String) {
        let count = family.names.count == 1 ? "1 tag" : "\(family.names.count) tags"
        notes.append(
            "Not chosen: \(count) that fit \(family.pattern), as \(family.newestName); \(reason)."
        )
    }

    private static func byPrefix(_ one: TagFamily, _ other: TagFamily) -> Bool {
        one.prefix < other.prefix
    }

    private static func service(
        _ name: String,
        _ nameReason: String,
        _ families: [TagFamily]
    ) -> DiscoveredService {
        let count = families.reduce(0) { $0 + $1.names.count }
        let newest = families.max { $0.newest < $1.newest }?.newestName
        return DiscoveredService(
            name: name,
            nameReason: nameReason,
            tagPatterns: families.map(\.pattern),
            patternReason: newest.map {
                "\(count) stable release\(count == 1 ? "" : "s"), the newest \($0)"
            } ?? "no tag reads like a stable version",
            releaseCount: count
        )
    }
}
