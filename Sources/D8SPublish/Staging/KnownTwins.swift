import Synchronization

/// The twins that stand in the staging folder, by the digest of what they are twins of: a site has
/// the same table in several places, and compresses it once.
final class KnownTwins: Sendable {
    private let files = Mutex<[String: EditionRecord.File]>([:])

    subscript(digest: String) -> EditionRecord.File? {
        files.withLock { $0[digest] }
    }

    func note(_ twin: EditionRecord.File, of digest: String) {
        files.withLock { $0[digest] = twin }
    }
}
