/// One SELECT whose placeholders `:since`, `:until` and `:now` became parameters.
package struct SQLStatement: Hashable, Sendable {
    package enum Placeholder: String, Hashable, Sendable, CaseIterable {
        case since, until, now
    }

    /// Why a text is no such statement: a sentence without its subject, with the line.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// From 1, within the statement.
        package let line: Int
        package let reason: String

        package var description: String { "line \(line) \(reason)" }
    }

    /// A number that changes with the text (FNV-1a, 64 bits), in 16 hexadecimal digits.
    package var fingerprint: String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { (hash: UInt64, byte) in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// With `$1`, `$2` … for the placeholders; lines are those of the text it was made from.
    let text: String
    /// What each parameter stands for, `$1` first.
    let parameters: [Placeholder]

    /// Reads a statement as PostgreSQL's lexer does: placeholders are not looked for in string
    /// literals, quoted names, comments, dollar quotes and casts.
    ///
    /// https://www.postgresql.org/docs/current/sql-syntax-lexical.html
    ///
    /// - Throws: `Fault` for a placeholder that is not known, more than one statement, `$1`, or what
    ///   is not closed by the end.
    package init(_ sql: String) throws(Fault) {
        var scanner = SQLScanner(sql)
        try scanner.scan()
        text = scanner.text
        parameters = scanner.parameters
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
            throw Fault(line: 1, reason: "holds no statement")
        }
    }
}
