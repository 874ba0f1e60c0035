import D8SModel

/// Pieces of sentences.
enum Phrase {
    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// `1,204`.
    static func digits(_ number: Int) -> String {
        Format(zone: .utc).whole(number)
    }
}
