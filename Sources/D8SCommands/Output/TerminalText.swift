/// Text from outside made harmless for a terminal: names may hold escape sequences that clear the
/// screen, or marks that turn the reading direction.
enum TerminalText {
    /// The same text with control characters (but for line ends and tabs), line separators and
    /// direction marks written as `\u{1b}`.
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var plain = ""
        for scalar in text.unicodeScalars {
            if isHarmful(scalar) {
                plain += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// The same on one line.
    static func line(_ text: String) -> String {
        of(text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\t", with: " "))
    }

    /// Joiners of emoji and of scripts that need them stay, although they are invisible.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\t", "\u{200c}", "\u{200d}": false
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            case .format: scalar.properties.isBidiControl || scalar == "\u{feff}"
            default: false
            }
        }
    }
}
