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
        for warning in warnings { report.note("git says of \(place): \(warning).") }
    }

    private var noReleases: String {
        let place = source.repository
        guard !tags.names.isEmpty else {
            return "\(place) has no tags, so no deployments are known."
        }
        let wanted =
            source.tagPatterns.isEmpty
            ? "reads like a version" : "fits \(source.tagPatterns.joined(separator: " or "))"
        let suggestion = TagFamily.families(of: tags.all).first.map {
            " The pattern \($0.pattern) would fit \($0.names.count) of them,"
                + " the newest \($0.newestName)."
        }
        let onlyPrereleases =
            tags.prereleases.isEmpty ? "" : " and is no pre-release"
        return "No tag in \(place) \(wanted)\(onlyPrereleases), so no deployments are known."
            + " Its tags: \(Self.some(tags.names))." + (suggestion ?? "")
    }

    /// What a shallow clone keeps from us; nil if the repository is whole.
    private var cut: String? {
        guard let cut = map.cut else { return nil }
        let hidden = (0..<history.count).lazy.filter { !map.isCertain($0, in: history) }.count
        return "\(source.repository) is a shallow clone, cut off behind \(Self.commits(cutCount)):"
            + " which release first carried the \(Self.commits(hidden)) made until \(cut) is out of"
            + " sight, and they are left out. Run git fetch --unshallow."
    }

    private static func commits(_ count: Int) -> String {
        count == 1 ? "1 commit" : "\(count) commits"
    }

    /// The first five names, and how many more there are.
    private static func some(_ names: [String]) -> String {
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return names.prefix(5).joined(separator: ", ") + more
    }
}
