import D8SModel

/// A tag that counts as a deployment, and the commit in the history that it names.
struct GitRelease: Hashable, Sendable {
    /// The tag's name.
    let name: String
    /// Position of its commit in `CommitHistory`.
    let position: Int
    /// When an annotated tag was made, else when its commit was.
    let finished: Instant
    /// Nil if the name holds no version.
    let version: ReleaseVersion?
}
