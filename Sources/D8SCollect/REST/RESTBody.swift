/// The body of a request: JSON whose texts have placeholders.
package indirect enum RESTBody: Hashable, Sendable {
    /// A number, `true`, `false` or `null`, as it is written.
    case literal(String)
    case text(RESTTemplate)
    case list([RESTBody])
    /// Members in the order of the declaration; one whose text becomes empty is left out.
    case map([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: RESTBody

        package init(_ name: String, _ value: RESTBody) {
            self.name = name
            self.value = value
        }
    }

    func json(_ values: RESTValues) -> String {
        switch self {
        case .literal(let text): return text
        case .text(let template): return Self.quoted(values.text(template))
        case .list(let elements):
            return "[" + elements.map { $0.json(values) }.joined(separator: ",") + "]"
        case .map(let members):
            let kept = members.filter { !$0.value.isEmpty(values) }
                .map { "\(Self.quoted($0.name)):\($0.value.json(values))" }
            return "{" + kept.joined(separator: ",") + "}"
        }
    }

    private func isEmpty(_ values: RESTValues) -> Bool {
        if case .text(let template) = self { values.text(template).isEmpty } else { false }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\u{0}"..<" ": "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
