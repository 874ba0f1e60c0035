/// A name from outside made fit for a sentence.
enum Excerpt {
    /// In quotes, at most 80 characters, with control and direction characters shown as `\u{…}`.
    static func of(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars.prefix(80) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        return "“\(text)\(name.unicodeScalars.count > 80 ? "…" : "")”"
    }
}
