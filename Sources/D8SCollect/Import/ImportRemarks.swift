/// What is unusual about rows that were good, counted.
struct ImportRemarks {
    /// Deployments whose revision no alias resolves.
    var unresolved = 0
    var unresolvedExample: String?
    /// Deployments without a revision.
    var withoutRevision = 0
    /// Deployments that had not ended.
    var unfinished = 0
    /// Deployments said to be planned and rework.
    var contradictory = 0

    /// The sentences for people; none for what did not happen.
    var sentences: [String] {
        let example = (unresolvedExample ?? "").abridged
        let all = [
            (
                unresolved,
                "a revision that is neither a commit nor a known tag (for example `\(example)`):"
                    + " kept without a commit, so that no change maps to them"
            ),
            (withoutRevision, "no revision: kept, but no change maps to them"),
            (
                unfinished,
                "a status that says it has not ended: left out; import them again when they have"
            ),
            (contradictory, "a reason for rework and are said to be planned: taken as planned"),
        ]
        return all.filter { $0.0 > 0 }.map { "Deployments with \($0.1): \($0.0)." }
    }
}
