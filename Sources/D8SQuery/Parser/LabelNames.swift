/// How names of labels and metrics are written in expressions.
enum LabelNames {
    /// Letters, digits and `_`, not starting with a digit.
    static func isPlain(_ name: String) -> Bool {
        Lexer.isLetter(name.utf8.first)
            && name.utf8.allSatisfy { Lexer.isLetter($0) || Lexer.isDigit($0) }
    }

    /// A plain name that may also have colons, and is no number or word of the language.
    static func isMetric(_ name: String) -> Bool {
        let reserved = [
            "bool", "on", "ignoring", "group_left", "group_right", "atan2", "inf", "nan",
        ]
        return isPlain(name.replacing(":", with: "_")) && !reserved.contains(name.lowercased())
    }

    static func written(_ name: String) -> String {
        isPlain(name) ? name : StringLiteral(name).quoted
    }

    static func list(_ names: [String]) -> String {
        names.map(written).joined(separator: ", ")
    }
}
