/// What is asked of a server that speaks Prometheus' HTTP API, night after night.
package struct PrometheusQuery: Hashable, Sendable {
    /// PromQL: a selector such as `up{job="node"}` or any expression.
    package var expression: String
    /// The metric name that the results get; nil to keep their own.
    package var record: String?

    package init(_ expression: String, record: String? = nil) {
        self.expression = expression
        self.record = record
    }

    /// Whether it is nothing but an instant vector selector, so that its samples can be had as they
    /// were scraped, with their own times; everything else is evaluated at steps.
    var isSelector: Bool {
        var rest = expression.utf8[...]
        func skipSpace() { rest = rest.drop { $0 == 0x20 || (9...13).contains($0) } }
        skipSpace()
        let name = rest.prefix(while: Self.isNameByte)
        if let first = name.first, first.isDigit { return false }
        rest = rest[name.endIndex...]
        skipSpace()
        guard rest.first == UInt8(ascii: "{") else { return !name.isEmpty && rest.isEmpty }
        guard let end = Self.endOfMatchers(rest) else { return false }
        rest = rest[end...]
        skipSpace()
        return rest.isEmpty
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26 || "_:".utf8.contains(byte)
    }

    /// After the brace that ends the matchers; braces inside quotes do not count.
    private static func endOfMatchers(_ text: Substring.UTF8View) -> String.Index? {
        var quote: UInt8?
        var isEscaped = false
        for index in text.indices.dropFirst() {
            let byte = text[index]
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "`") {
                    isEscaped = true
                } else if byte == open {
                    quote = nil
                }
            } else if "\"'`".utf8.contains(byte) {
                quote = byte
            } else if byte == UInt8(ascii: "}") {
                return text.index(after: index)
            }
        }
        return nil
    }
}
