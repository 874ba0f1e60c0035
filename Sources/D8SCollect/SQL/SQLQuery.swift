/// One question to a database, and what its rows are.
package struct SQLQuery: Hashable, Sendable {
    package enum Records: Hashable, Sendable {
        case series(SeriesMapping)
        /// Deployments, changes, incidents or runs.
        case events(ImportKind, ImportMapping)
    }

    /// Unique within the source, for messages.
    package var name: String
    /// Under which it is known how far it has been read: unique within the source.
    package var cursor: String
    package var statement: SQLStatement
    package var records: Records
    /// Seconds before the newest time delivered at which the next round begins, for rows that come
    /// late.
    package var overlap: Double

    package init(
        name: String,
        cursor: String? = nil,
        statement: SQLStatement,
        records: Records,
        overlap: Double = 0
    ) {
        self.name = name
        self.cursor = cursor ?? name
        self.statement = statement
        self.records = records
        self.overlap = overlap
    }
}
