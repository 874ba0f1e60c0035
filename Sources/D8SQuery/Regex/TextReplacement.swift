/// What `label_replace` does with a value: match all of it, and fill a template.
struct TextReplacement {
    private let program: RegexProgram

    init(_ pattern: String) throws(RegexFault) {
        var parser = RegexParser(pattern)
        let node = try parser.whole()
        guard node.size <= RegexProgram.largest else {
            throw RegexFault(pattern: pattern, position: 1, reason: "expression is too large")
        }
        program = RegexProgram(node, captureNames: parser.captureNames)
    }

    /// The template with `$1` and `${name}` replaced by what the groups matched; nil if the text
    /// does not match.
    func replace(_ text: String, by template: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard let captures = RegexMachine.captures(program, in: scalars) else { return nil }
        return Self.filled(template) { group($0, captures, scalars) }
    }

    /// The template with `$1` and `${name}` replaced by what `group` says of them, `$$` by a dollar.
    static func filled(
        _ template: String,
        _ group: (String) -> ArraySlice<Unicode.Scalar>
    ) -> String {
        var result = String.UnicodeScalarView()
        var rest = Array(template.unicodeScalars)[...]
        while let next = rest.popFirst() {
            guard next == "$" else {
                result.append(next)
                continue
            }
            if rest.first == "$" {
                rest.removeFirst()
                result.append("$")
            } else if let name = name(&rest) {
                result.append(contentsOf: group(name))
            } else {
                result.append("$")
            }
        }
        return String(result)
    }

    /// The longest name of letters, digits and `_` after a dollar, or what is in braces there.
    private static func name(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        let isBraced = rest.first == "{"
        let name = rest.dropFirst(isBraced ? 1 : 0).prefix { ScalarSet.words.contains($0.value) }
        let end = rest.dropFirst(name.count + (isBraced ? 1 : 0))
        guard !name.isEmpty, !isBraced || end.first == "}" else { return nil }
        rest = isBraced ? end.dropFirst() : end
        var view = String.UnicodeScalarView()
        view.append(contentsOf: name)
        return String(view)
    }

    private func group(
        _ name: String,
        _ captures: [Int],
        _ text: [Unicode.Scalar]
    ) -> ArraySlice<Unicode.Scalar> {
        let named = program.captureNames.firstIndex(of: name).map { $0 + 1 }
        guard let number = Int(name) ?? named, (0..<captures.count / 2).contains(number),
            captures[number * 2] >= 0, captures[number * 2 + 1] >= captures[number * 2]
        else { return [] }
        return text[captures[number * 2]..<captures[number * 2 + 1]]
    }
}
