import D8SModel

/// Sources of one job that are late together: `scrape:node` for `scrape:node/db1:9100` and others.
///
/// They are one item, since they have one cause: a network, an exporter's release, a password.
struct LateJob {
    /// The fewest that are more than each for itself.
    private static let fewest = 3

    /// What stands before the first slash of their names.
    let name: String
    /// Those that are late, the longest so first.
    let late: [SourceState]
    /// How many sources the job has, late or not.
    let size: Int

    /// The jobs of which three sources or more, and more than half, are late.
    ///
    /// A source with services of its own stands for itself: what it hides is told under it.
    static func all(
        of sources: [SourceState],
        on night: Night,
        policy: AttentionPolicy
    ) -> [LateJob] {
        let members = sources.filter { $0.services.isEmpty && $0.job != nil }
        return Dictionary(grouping: members) { $0.job ?? "" }.compactMap { name, members in
            let late = members.filter { source in
                source.lastSuccess.map {
                    SourceLate.isLate(source, since: $0, on: night, policy: policy)
                } ?? false
            }
            guard late.count >= fewest, late.count * 2 > members.count else { return nil }
            return LateJob(name: name, late: late.sorted(by: isLater), size: members.count)
        }
        .sorted { $0.name < $1.name }
    }

    /// Since when at least one of them has not been collected.
    var since: Instant? { late.first?.lastSuccess }

    private static func isLater(_ left: SourceState, _ right: SourceState) -> Bool {
        let never = Instant(milliseconds: .min)
        return (left.lastSuccess ?? never, left.name) < (right.lastSuccess ?? never, right.name)
    }
}

extension SourceState {
    /// What its name says before the first slash; nil if it has none.
    fileprivate var job: String? {
        name.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(name[..<$0]) }
    }
}
