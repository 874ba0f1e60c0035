import D8SModel

/// What a source's word for the end of a deployment means.
enum StatusWord: Equatable {
    case ended(DeploymentStatus)
    /// It has not ended yet.
    case unfinished

    /// The meaning of a word, whatever its case; nil if it is not known.
    init?(_ word: String) {
        let key = ImportColumn.key(of: word)
        guard let meaning = Self.words.first(where: { $0.spellings.contains(key) })?.meaning
        else { return nil }
        self = meaning
    }

    private static let words: [(meaning: StatusWord, spellings: [String])] = [
        (
            .ended(.success),
            [
                "success", "succeeded", "successful", "ok", "passed", "pass", "done", "complete",
                "completed", "deployed", "finished", "active", "inactive", "true",
            ]
        ),
        (
            .ended(.failure),
            ["failure", "failed", "fail", "error", "errored", "timedout", "timeout", "false"]
        ),
        (
            .ended(.cancelled),
            [
                "cancelled", "canceled", "aborted", "skipped", "stopped", "superseded",
                "rejected", "neutral", "stale",
            ]
        ),
        (
            .unfinished,
            [
                "inprogress", "running", "pending", "queued", "waiting", "created", "started",
                "actionrequired",
            ]
        ),
    ]
}
