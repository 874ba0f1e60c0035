/// Why a row cannot be used.
struct RowFault: Error {
    /// The column at fault; nil for the whole row.
    let field: ImportField?
    /// A sentence without its subject: `is empty`.
    let reason: String

    init(_ field: ImportField?, _ reason: String) {
        self.field = field
        self.reason = reason
    }
}
