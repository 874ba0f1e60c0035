/// Where the bytes are no exposition, and why.
package struct ExpositionFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    /// In bytes, from 1.
    package let column: Int
    /// A clause: `there is no value`.
    package let reason: String

    package init(line: Int, column: Int, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// For example `line 3, column 7: there is no value`.
    package var description: String { "line \(line), column \(column): \(reason)" }
}

/// A fault whose line has not been counted yet.
struct ExpositionSlip: Error {
    /// Index of the byte among those that are read.
    let offset: Int
    let reason: String
}
