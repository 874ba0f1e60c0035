extension RegexParser {
    /// The rest of `[…]`.
    mutating func bracketed() throws(RegexFault) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet([])
        var isFirst = true
        while isFirst || peek() != "]" {
            isFirst = false
            guard peek() != nil else { throw fault("missing closing ]") }
            set = set.union(try member())
        }
        position += 1
        let folded = folded(set)
        return isInverted ? folded.inverted : folded
    }

    private mutating func member() throws(RegexFault) -> ScalarSet {
        if take("[:") { return try posix() }
        if let named = try namedClass() { return named }
        let low = try memberScalar()
        guard peek() == "-", let next = peek(1), next != "]" else { return ScalarSet(low) }
        position += 1
        let high = try memberScalar()
        guard low.value <= high.value else { throw fault("invalid character class range") }
        return ScalarSet([low.value...high.value])
    }

    private mutating func posix() throws(RegexFault) -> ScalarSet {
        let isInverted = take("^")
        let start = position
        while let next = peek(), next != ":" { position += 1 }
        let name = text(start..<position)
        guard take(":]"), let set = ScalarSet.posix(name) else {
            throw fault("invalid character class range [:\(name):]")
        }
        return isInverted ? set.inverted : set
    }

    private mutating func memberScalar() throws(RegexFault) -> Unicode.Scalar {
        guard let next = peek() else { throw fault("missing closing ]") }
        position += 1
        return next == "\\" ? try escapedScalar() : next
    }

    /// `\d`, `\W`, `\pL`, `\p{Lu}`; nil if something else comes next.
    mutating func namedClass() throws(RegexFault) -> ScalarSet? {
        guard peek() == "\\", let letter = peek(1) else { return nil }
        let simple: [Unicode.Scalar: ScalarSet] = [
            "d": .digits, "D": ScalarSet.digits.inverted, "w": .words,
            "W": ScalarSet.words.inverted, "s": .spaces, "S": ScalarSet.spaces.inverted,
        ]
        if let set = simple[letter] {
            position += 2
            return set
        }
        guard letter == "p" || letter == "P" else { return nil }
        position += 2
        return try category(isInverted: letter == "P")
    }

    private mutating func category(isInverted: Bool) throws(RegexFault) -> ScalarSet {
        var name = ""
        if take("{") {
            let start = position
            while let next = peek(), next != "}" { position += 1 }
            name = text(start..<position)
            guard take("}") else { throw fault("invalid character class range") }
        } else if let next = peek() {
            position += 1
            name = String(next)
        }
        let isTwice = name.hasPrefix("^")
        guard let set = ScalarSet.category(isTwice ? String(name.dropFirst()) : name) else {
            throw fault("unsupported character class \\p{\(name)}")
        }
        return isInverted != isTwice ? set.inverted : set
    }
}
