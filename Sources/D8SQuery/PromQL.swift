/// The language as others see it: what can be said of an expression without evaluating it.
package enum PromQL {
    /// Proves that this is an expression whose value is a number or a vector of them, as rules and
    /// panels need it.
    ///
    /// - Throws: `QueryError.syntax` where it is none, `.evaluation` if its value is something else.
    package static func check(_ expression: String) throws(QueryError) {
        let type = try Expression.parse(expression).type
        guard type == .scalar || type == .vector else {
            throw .evaluation(
                reason: "its value is a \(type.rawValue); a number or an instant vector is needed"
            )
        }
    }

    /// The longest time that a part of an expression looks back or aside, in milliseconds; 0 if
    /// there is none.
    package static func longestRange(in expression: String) -> Int64 {
        ExpressionNames(expression).longest
    }

    /// A selector of all series of this metric; nil if the name is empty.
    package static func selector(of metric: String) -> String? {
        guard !metric.isEmpty else { return nil }
        let escaped = metric.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] }
        return "{__name__=\"\(String(escaped))\"}"
    }
}
