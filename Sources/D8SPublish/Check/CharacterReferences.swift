/// Resolves the character references that addresses in markup hold.
enum CharacterReferences {
    /// The text with numeric references and XML's five names resolved; others stay as they are.
    static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let tail = rest[rest.index(after: start)...]
            if let end = tail.prefix(12).firstIndex(of: ";"), let character = named(tail[..<end]) {
                result.unicodeScalars.append(character)
                rest = tail[tail.index(after: end)...]
            } else {
                result += "&"
                rest = tail
            }
        }
        return result + rest
    }

    private static func named(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init)
    }
}
