import D8SModel

/// Reads why a deployment was made from the columns `unplanned` and `reason`.
struct ReworkWord {
    let reason: ReworkReason?
    /// The text of the file that says so; nil if there is no reason.
    let evidence: String?
    /// The file says both that it was planned and that it was rework; it is taken as planned.
    let isContradictory: Bool

    /// - Parameters:
    ///   - isUnplanned: nil if the file does not say.
    ///   - text: The reason in the file's words; nil if it gives none.
    init(isUnplanned: Bool?, text: String?) {
        let said = text.flatMap(Self.reason)
        switch isUnplanned {
        case true?:
            // A candidate that is said to be unplanned counts, and candidates do not.
            let counts = said.map { ReworkReason.counted.contains($0) } ?? false
            reason = counts ? said : .unplanned
            isContradictory = false
        case false?:
            reason = nil
            isContradictory = said != nil && said != .unplanned
        case nil:
            reason = said
            isContradictory = false
        }
        evidence = reason == nil ? nil : text ?? "said to be unplanned"
    }

    private static let planned = [
        "planned", "no", "none", "false", "0", "na", "n/a", "scheduled", "regular", "feature",
        "release", "normal",
    ]

    /// In order of precedence: a text may hold several of these words.
    private static let words: [(ReworkReason, [String])] = [
        (.rollback, ["rollback", "rolledback", "rollingback"]),
        (.hotfix, ["hotfix"]),
        (.incident, ["incident", "outage"]),
        (.revert, ["revert", "reverts", "reverted"]),
        (.patch, ["patch", "bugfix"]),
    ]

    /// Nil for a text that says it was planned.
    private static func reason(_ text: String) -> ReworkReason? {
        let key = ImportColumn.key(of: text)
        guard !key.isEmpty, !planned.contains(key) else { return nil }
        return words.first { $0.1.contains(where: key.contains) }?.0 ?? .unplanned
    }
}
