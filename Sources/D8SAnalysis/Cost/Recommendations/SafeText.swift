/// Names of other systems within YAML and shell, whatever is in them.
enum SafeText {
    /// The text in double quotes as YAML reads it back (YAML 1.2, 5.7 "Escaped Characters"): all
    /// but what can be seen in ASCII is escaped.
    static func yaml(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Whether the name is one of Kubernetes (RFC 1123), which a shell takes for what it is.
    static func isPlain(_ name: String) -> Bool {
        let letters = name.utf8
        guard !letters.isEmpty, letters.count <= 253, letters.first != UInt8(ascii: "-") else {
            return false
        }
        return letters.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case " "..."~": return String(scalar)
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let width = digits.count > 4 ? 8 : 4
            return (width == 8 ? "\\U" : "\\u")
                + String(repeating: "0", count: width - digits.count) + digits
        }
    }
}
