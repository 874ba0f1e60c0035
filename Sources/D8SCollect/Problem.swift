/// One row of a source that could not be used, and why.
package struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The file's name as it was given; `-` for standard input.
    package let file: String
    /// The physical line on which the row begins, from 1; nil where a source has no lines.
    package let line: Int?
    /// The column as its header names it, or `column 3` beyond the header; nil for the whole row.
    package let column: String?
    /// A sentence without its subject: `is empty`.
    package let reason: String

    package init(file: String, line: Int?, column: String? = nil, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// `deployments.csv:12: finished: is empty`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return [place, column, reason].compactMap(\.self).joined(separator: ": ")
    }
}
