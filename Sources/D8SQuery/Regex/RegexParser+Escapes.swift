extension RegexParser {
    /// What comes after a backslash outside of brackets.
    mutating func escaped() throws(RegexFault) -> RegexNode {
        position -= 1
        if let set = try namedClass() { return .set(folded(set)) }
        position += 1
        guard let letter = peek() else { throw fault("trailing backslash at end of expression") }
        let anchors: [Unicode.Scalar: RegexAnchor] = [
            "A": .textStart, "z": .textEnd, "b": .wordBoundary, "B": .noWordBoundary,
        ]
        if let anchor = anchors[letter] {
            position += 1
            return .anchor(anchor)
        }
        if letter == "Q" { return quoted() }
        return .set(folded(ScalarSet(try escapedScalar())))
    }

    /// `\Q…\E`: the text as it is.
    private mutating func quoted() -> RegexNode {
        position += 1
        var parts: [RegexNode] = []
        while let next = peek(), !take("\\E") {
            parts.append(.set(folded(ScalarSet(next))))
            position += 1
        }
        return .sequence(parts)
    }

    /// The scalar that an escape stands for, the backslash taken already.
    mutating func escapedScalar() throws(RegexFault) -> Unicode.Scalar {
        guard let letter = peek() else { throw fault("trailing backslash at end of expression") }
        position += 1
        let controls: [Unicode.Scalar: Unicode.Scalar] = [
            "a": "\u{7}", "f": "\u{c}", "t": "\t", "n": "\n", "r": "\r", "v": "\u{b}",
        ]
        if let control = controls[letter] { return control }
        if letter == "x" { return try hexadecimal() }
        if ("0"..."7").contains(letter) { return try octal(letter) }
        guard letter.isASCII, !ScalarSet.words.contains(letter.value) || letter == "_" else {
            position -= 1
            throw fault("invalid escape sequence: \\\(letter)")
        }
        return letter
    }

    private mutating func hexadecimal() throws(RegexFault) -> Unicode.Scalar {
        let digits: String
        if take("{") {
            let start = position
            while let next = peek(), next != "}" { position += 1 }
            digits = text(start..<position)
            position += 1
        } else {
            digits = text(position..<min(position + 2, scalars.count))
            position = min(position + 2, scalars.count)
        }
        guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
            throw fault("invalid escape sequence: \\x")
        }
        return scalar
    }

    /// `\012`; a single digit but 0 would be a backreference, which RE2 does not know.
    private mutating func octal(_ first: Unicode.Scalar) throws(RegexFault) -> Unicode.Scalar {
        var value = first.value - 48
        let isNumber = first == "0" || peek().map { ("0"..."7").contains($0) } ?? false
        guard isNumber else { throw fault("invalid escape sequence: \\\(first)") }
        for _ in 0..<2 {
            guard let next = peek(), ("0"..."7").contains(next) else { break }
            value = value * 8 + next.value - 48
            position += 1
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
