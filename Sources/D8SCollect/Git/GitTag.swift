/// A tag and what it points to.
struct GitTag: Hashable, Sendable {
    /// The name without `refs/tags/`.
    let name: String
    /// The commit at the end of the tag, through any tags of tags; nil if it is none.
    var commit: ObjectID?
    /// `commit`, `tree`, `blob`, or `tag` while it is not followed to its end.
    var target: String
    /// POSIX seconds of the annotated tag's tagger; nil for a light tag, or if nobody signed it.
    let tagged: Int64?
    /// POSIX seconds of its tagger, else of its commit's committer; nil if neither is readable.
    let created: Int64?
}
