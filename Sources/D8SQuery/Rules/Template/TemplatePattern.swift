/// A regular expression of a template (RE2), which matches any part of a text.
struct TemplatePattern {
    private let program: RegexProgram

    /// Texts beyond this are not searched: all parts of one take the square of its length.
    private static let lengthLimit = 4096

    init(_ pattern: String) throws(TemplateFault) {
        do throws(RegexFault) {
            var alone = RegexParser(pattern)
            _ = try alone.whole()
            // The machine matches whole texts: the shortest before it, and any after it.
            var parser = RegexParser("(?s:.*?)(" + pattern + ")(?s:.*)")
            let node = try parser.whole()
            guard node.size <= RegexProgram.largest else {
                throw RegexFault(pattern: pattern, position: 1, reason: "expression is too large")
            }
            program = RegexProgram(node, captureNames: parser.captureNames)
        } catch {
            throw TemplateFault(
                "error parsing regexp: \(error.reason): \(GoQuoted.quoted(pattern))"
            )
        }
    }

    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return scalars.count <= Self.lengthLimit && RegexMachine.matches(program, scalars)
    }

    /// The text with each match replaced; `$1` and `${name}` in the template are groups.
    ///
    /// An empty match right behind another one is none, as in Go's `ReplaceAllString`.
    func replacing(_ text: String, with template: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= Self.lengthLimit else { return text }
        var result = String.UnicodeScalarView(), position = 0, end = 0
        while position <= scalars.count,
            let captures = RegexMachine.captures(program, in: scalars, from: position)
        {
            let match = captures[2]..<max(captures[2], captures[3])
            result.append(contentsOf: scalars[end..<max(end, match.lowerBound)])
            if match.upperBound > end || match.lowerBound == 0 {
                let filled = TextReplacement.filled(template) { group($0, captures, scalars) }
                result.append(contentsOf: filled.unicodeScalars)
            }
            end = max(end, match.upperBound)
            position = max(position + 1, match.upperBound)
        }
        result.append(contentsOf: scalars[end...])
        return String(result)
    }

    /// What a group of the pattern itself matched; the first group is all of the pattern.
    private func group(
        _ name: String,
        _ captures: [Int],
        _ text: [Unicode.Scalar]
    ) -> ArraySlice<Unicode.Scalar> {
        let named = program.captureNames.firstIndex(of: name).map { $0 + 1 }
        let numbered = Int(name).map { min($0, captures.count) + 1 }
        guard let number = numbered ?? named, (1..<captures.count / 2).contains(number),
            captures[number * 2] >= 0, captures[number * 2 + 1] >= captures[number * 2]
        else { return [] }
        return text[captures[number * 2]..<captures[number * 2 + 1]]
    }
}
