extension GitSnapshot {
    /// Adds what a person should know about how the repository was read.
    func addNotes(to report: inout CollectReport) {
        let place = source.repository
        if history.count == 0 {
            report.note("\(place) has no commits on its main line yet.")
        }
        if tags.releases.isEmpty { report.note(noReleases) }
        if !tags.prereleases.isEmpty, !tags.releases.isEmpty {
            report.note(
                "Pre-releases in \(place) are not counted as deployments:"
                    + " \(Self.some(tags.prereleases.map(\.name)))."
            )
        }
        if !tags.withoutCommit.isEmpty {
            report.note(
                "Tags in \(place) that point to no commit are left out:"
                    + " \(Self.some(tags.withoutCommit.map { "\($0.name) (\($0.target))" }))."
            )
        }
        if !forgotten.isEmpty {
            report.note(
                "Tags in \(place) are gone whose deployments are kept:"
                    + " \(Self.some(forgotten.sorted()))."
            )
        }
        if let cut { report.note(cut) }
    }

    private var noReleases: String {
        let place = source.repository
        guard !tags.names.isEmpty else {
            return "\(place) has no tags, so no deployments are known."
        }
        let wanted =
            source.tagPatterns.isEmpty
            ? "reads like a version" : "fits \(source.tagPatterns.joined(separator: " or "))"
        let suggestion = TagFamily.families(of: tags.names).first.map {
            " The pattern \($0.pattern) would fit \($0.names.count) of them."
        }
        let onlyPrereleases =
            tags.prereleases.isEmpty ? "" : " and is no pre-release"
        return "No tag in \(place) \(wanted)\(onlyPrereleases), so no deployments are known."
            + " Its tags: \(Self.some(tags.names))." + (suggestion ?? "")
    }

    /// What a shallow clone keeps from us; nil if the repository is whole.
    private var cut: String? {
        guard cutCount > 0 else { return nil }
        let uncertain = map.isUncertain.indices.filter { map.isUncertain[$0] }
        let last = uncertain.map { Int(map.owners[$0]) }.max().flatMap { $0 < 0 ? nil : $0 }
        let releases = last.map { " Releases up to \(map.releases[$0].name) are incomplete." } ?? ""
        return "\(source.repository) is a shallow clone, cut off behind \(cutCount) commits:"
            + " the first release of \(uncertain.count) commits is out of sight, and they are left"
            + " out.\(releases) Run git fetch --unshallow."
    }

    /// The first five names, and how many more there are.
    private static func some(_ names: [String]) -> String {
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return names.prefix(5).joined(separator: ", ") + more
    }
}
