/// Why an expression has no answer.
package enum QueryError: Error, Hashable, Sendable {
    /// The expression is not PromQL: where, by characters from 1, and what is wrong there.
    case syntax(expression: String, line: Int, column: Int, reason: String)
    /// It is PromQL, but its values do not allow it: many-to-many matching, duplicate series.
    case evaluation(reason: String)
    /// It would read or make more than is allowed.
    case tooMuch(what: String, count: Int, limit: Int)
    /// What is stored could not be read, or the server did not answer.
    case storage(reason: String)
}
