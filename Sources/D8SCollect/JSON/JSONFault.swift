/// Why bytes are no JSON, and where.
package struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    /// In bytes, from 1.
    package let column: Int
    /// Without its subject: `a comma or ] is missing`.
    package let reason: String

    package var description: String { "line \(line), column \(column): \(reason)" }
}
