/// Names and values as `application/x-www-form-urlencoded`: for a query or a form's body.
package enum FormText {
    /// `query=up&step=60`; everything but letters, digits and `-._~` is percent-encoded.
    package static func encoded(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// One name or value, so that it can stand in a path or a query.
    package static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let isPlain =
                byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26
                || "-._~".utf8.contains(byte)
            if isPlain {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte.percentEncoded
            }
        }
    }
}
