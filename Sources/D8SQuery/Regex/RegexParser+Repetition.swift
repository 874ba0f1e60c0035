extension RegexParser {
    /// The atom with `*`, `+`, `?` or `{…}` behind it, if there is one.
    mutating func repeated(_ atom: RegexNode, from start: Int) throws(RegexFault) -> RegexNode {
        var node = atom
        var isRepeated = false
        while let (least, most) = try bounds() {
            guard !isRepeated else { throw fault("invalid nested repetition operator") }
            isRepeated = true
            let isLazy = take("?")
            node = .repetition(node, least: least, most: most, isGreedy: isLazy == flags.isLazy)
            guard node.size <= RegexProgram.largest else {
                throw fault("expression is too large")
            }
        }
        return node
    }

    private mutating func bounds() throws(RegexFault) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        return try counts()
    }

    /// `{2}`, `{2,}`, `{2,5}`; anything else after a brace is text.
    private mutating func counts() throws(RegexFault) -> (Int, Int?)? {
        let start = position
        guard take("{"), let least = number() else {
            position = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            position = start
            return nil
        }
        guard least <= Self.mostRepetitions, (most ?? 0) <= Self.mostRepetitions,
            least <= most ?? least
        else {
            position = start
            throw fault("invalid repeat count")
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = position
        while let next = peek(), ScalarSet.digits.contains(next.value) { position += 1 }
        return start == position ? nil : Int(text(start..<position)) ?? Int.max
    }
}
