/// Why a row is no record.
enum RESTRowFault: Error, Hashable {
    /// A map leaves it out: it is none, or not yet.
    case skipped
    /// `reason` is a sentence without its subject: `is missing`.
    case bad(field: String?, reason: String)
}
