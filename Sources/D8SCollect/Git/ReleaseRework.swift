import D8SModel

/// Why a release is, or may be, rework, as its tag and its commits say.
struct ReleaseRework: Hashable, Sendable {
    let reason: ReworkReason
    /// The words or the fact for people.
    let evidence: String
}
