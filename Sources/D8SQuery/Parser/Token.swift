/// A word of an expression.
struct Token {
    enum Kind: Hashable {
        case identifier
        case number(Double)
        /// Milliseconds.
        case duration(Int64)
        case string(StringLiteral)
        /// An operator or a bracket, as written.
        case sign
        case end
    }

    let kind: Kind
    /// As written.
    let text: String
    let place: Range<Int>

    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

    /// The lower-case word if this is one: `BY` is `by`.
    var word: String? { kind == .identifier ? text.lowercased() : nil }

    var named: String {
        switch kind {
        case .end: "end of input"
        case .identifier: "identifier \"\(text)\""
        case .number: "number \"\(text)\""
        case .duration: "duration \"\(text)\""
        case .string: "string \(text)"
        case .sign: "\"\(text)\""
        }
    }
}
