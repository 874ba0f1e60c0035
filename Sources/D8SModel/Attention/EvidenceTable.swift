/// Rows that people can check one by one.
package struct EvidenceTable: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// A commit id or another code, set in a fixed-width face.
        case code(String)
        case time(Instant)
        case number(Double, Unit)
        /// Not known, or not over yet: the words to show instead of a number.
        case missing(String)
    }

    package let title: String
    package let columns: [String]
    /// Newest or worst first; each as long as `columns`.
    package let rows: [[Cell]]

    package init(title: String, columns: [String], rows: [[Cell]]) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
