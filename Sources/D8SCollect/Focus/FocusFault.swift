/// Why a row of a FOCUS file cannot be used.
struct FocusFault: Error {
    /// The column by its name in FOCUS; nil for the whole row.
    let column: String?
    /// A sentence without its subject.
    let reason: String

    init(_ column: String?, _ reason: String) {
        self.column = column
        self.reason = reason
    }
}
