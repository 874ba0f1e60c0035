/// Reads the path language of `RESTPath`.
struct RESTPathParser {
    private var rest: Substring

    init(_ text: String) {
        rest = text[...]
    }

    mutating func path() throws(RESTSyntaxFault) -> (RESTPath.Root, [RESTPath.Step]) {
        if rest.isEmpty { throw RESTSyntaxFault("it is empty; `.` is the whole value") }
        if rest.hasPrefix("/") { return (.row, try pointer()) }
        let root = try root()
        if rest == "." { return (root, []) }
        var steps: [RESTPath.Step] = []
        while let next = rest.first {
            if next == "[" {
                steps.append(try bracket())
                continue
            }
            if next == "." {
                rest.removeFirst()
            } else if !steps.isEmpty || root != .row {
                throw RESTSyntaxFault("a dot is missing before `\(rest)`")
            }
            steps.append(.member(try name()))
        }
        return (root, steps)
    }

    private mutating func root() throws(RESTSyntaxFault) -> RESTPath.Root {
        guard rest.first == "@" else { return .row }
        let word = rest.prefix { $0 != "." && $0 != "[" }
        rest = rest.dropFirst(word.count)
        switch word {
        case "@parent": return .parent
        case "@key" where rest.isEmpty: return .key
        default: throw RESTSyntaxFault("`\(word)` is neither `@key` nor `@parent`")
        }
    }

    private mutating func name() throws(RESTSyntaxFault) -> String {
        let name = rest.prefix { !".[]{}|\"".contains($0) && !$0.isWhitespace }
        guard !name.isEmpty else {
            throw RESTSyntaxFault(
                rest.isEmpty
                    ? "a name is missing at its end"
                    : "a name cannot begin with `\(rest.prefix(1))`; write [\"…\"] around it"
            )
        }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    /// `[*]`, `[0]`, `["name"]` or `[name=value,value]`.
    private mutating func bracket() throws(RESTSyntaxFault) -> RESTPath.Step {
        rest.removeFirst()
        if rest.hasPrefix("\"") { return .member(try quoted()) }
        guard let end = rest.firstIndex(of: "]") else { throw RESTSyntaxFault("a ] is missing") }
        let inside = rest[..<end]
        rest = rest[rest.index(after: end)...]
        if inside == "*" { return .every }
        if let index = Int(inside) { return .index(index) }
        let parts = inside.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw RESTSyntaxFault("`[\(inside)]` is none of [*], [0], [\"name\"], [name=value]")
        }
        let values = parts[1].split(separator: ",").map(String.init)
        return .having(member: String(parts[0]), values: values)
    }

    private mutating func quoted() throws(RESTSyntaxFault) -> String {
        rest.removeFirst()
        guard let end = rest.firstRange(of: "\"]") else {
            throw RESTSyntaxFault("a \"] is missing")
        }
        let name = rest[..<end.lowerBound]
        rest = rest[end.upperBound...]
        return String(name)
    }

    /// RFC 6901, section 3: `~1` is a slash, `~0` a tilde.
    private mutating func pointer() throws(RESTSyntaxFault) -> [RESTPath.Step] {
        let tokens = rest.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        rest = ""
        var steps: [RESTPath.Step] = []
        for token in tokens {
            for part in token.split(separator: "~", omittingEmptySubsequences: false).dropFirst()
            where part.first != "0" && part.first != "1" {
                throw RESTSyntaxFault("`~` in a JSON Pointer is written ~0")
            }
            let slashed = token.replacing("~1", with: "/")
            steps.append(.token(String(slashed.replacing("~0", with: "~"))))
        }
        return steps
    }
}
