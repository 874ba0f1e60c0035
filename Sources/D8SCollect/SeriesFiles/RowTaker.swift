import D8SModel

/// What turns the rows of one table into records.
protocol RowTaker {
    /// The newest time of the records so far; nil if there are none.
    var newest: Instant? { get }
    /// What a person should know of the table as a whole.
    var notes: [String] { get }

    /// Takes a row; returns why it cannot be used, if so.
    mutating func take(_ row: RawRow) -> ColumnFault?

    /// Hands on what was gathered: when it is enough for a batch, or at the end whatever it is.
    mutating func flush(isLast: Bool, to sink: RecordSink) throws(CollectError)
}

/// Why a row cannot be used.
struct ColumnFault: Error {
    /// As the table's header names it; nil for the whole row.
    let column: String?
    /// A sentence without its subject: `is empty`.
    let reason: String

    init(_ column: String?, _ reason: String) {
        self.column = column?.abridged
        self.reason = reason
    }
}
