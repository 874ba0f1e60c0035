/// What templates do with texts.
enum TemplateText {
    /// Each word with a capital letter, as Go's `strings.Title` does it.
    static func title(_ text: String) -> String {
        var previous: Unicode.Scalar = " "
        return text.unicodeScalars.reduce(into: "") { title, scalar in
            title += separates(previous) ? scalar.properties.titlecaseMapping : String(scalar)
            previous = scalar
        }
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let isLetter = (scalar.value | 0x20) &- 0x61 < 26
            return !(isLetter || ("0"..."9").contains(scalar) || scalar == "_")
        }
        return scalar.properties.isWhitespace
    }

    /// The host of `host:port`; the text itself if it is anything else.
    static func withoutPort(_ text: String) -> String { hostAndPort(text)?.host ?? text }

    /// The first part of a host's name, with the port if there is one; an address stays.
    static func withoutDomain(_ text: String) -> String {
        let (host, port) = hostAndPort(text) ?? (text, "")
        guard !isAddress(host) else { return text }
        let name = host.prefix { $0 != "." }
        return port.isEmpty ? String(name) : "\(name):\(port)"
    }

    /// Go's `net.SplitHostPort`; nil where that fails.
    private static func hostAndPort(_ text: String) -> (host: String, port: String)? {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let port = String(text[text.index(after: colon)...])
        let before = text[..<colon]
        if before.hasPrefix("[") {
            guard before.hasSuffix("]"), before.dropFirst().dropLast().allSatisfy({ $0 != "]" })
            else { return nil }
            return (String(before.dropFirst().dropLast()), port)
        }
        guard !before.contains(where: { ":[]".contains($0) }),
            !port.contains(where: { "[]".contains($0) })
        else { return nil }
        return (String(before), port)
    }

    private static func isAddress(_ host: String) -> Bool {
        if host.contains(":") { return host.allSatisfy { $0.isHexDigit || ":.%".contains($0) } }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Where Prometheus shows an expression.
    static func link(to expression: String, tab: Int) -> String {
        "/graph?g0.expr=\(escaped(expression))&g0.tab=\(tab)"
    }

    /// `url.QueryEscape`.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { escaped, byte in
            let isPlain =
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || "-_.~".utf8.contains(byte)
            if isPlain {
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            } else if byte == UInt8(ascii: " ") {
                escaped += "+"
            } else {
                escaped += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }

    static func html(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "'": escaped += "&#39;"
            case "\"": escaped += "&#34;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    static func script(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case "'": escaped += "\\'"
            case "\"": escaped += "\\\""
            case "<", ">", "&", "=":
                escaped += "\\u00" + String(scalar.value, radix: 16, uppercase: true)
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
