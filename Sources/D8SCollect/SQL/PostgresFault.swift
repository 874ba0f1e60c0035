/// Why a server refused a statement, in its words.
struct PostgresFault: Error, Hashable, Sendable {
    /// The SQLSTATE.
    ///
    /// https://www.postgresql.org/docs/current/errcodes-appendix.html
    let code: String
    let message: String
    let detail: String?
    let hint: String?
    /// The character of the statement that it is about, from 1; nil if it is about none.
    let position: Int?

    /// `query_canceled`: the server's own time limit has ended the statement.
    var isTimeout: Bool { code == "57014" }

    /// The server's sentences with the code, and the line of the statement.
    ///
    /// - Parameters:
    ///   - statement: The text that was sent.
    ///   - prefix: How many of its characters stand before the statement as it was configured.
    /// - Returns: A clause for an error's reason.
    func reason(of statement: String, after prefix: Int) -> String {
        var words = [message, detail].compactMap(\.self).joined(separator: "; ")
        words += code.isEmpty ? "" : " (SQLSTATE \(code))"
        guard let position, position > prefix else { return words }
        let before = statement.unicodeScalars.prefix(position - 1)
        return words + " in line \(before.count { $0 == "\n" } + 1) of its statement"
    }
}
