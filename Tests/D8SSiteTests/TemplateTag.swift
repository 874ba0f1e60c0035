/// A piece of a template, read by a reader of the tests' own.
indirect enum TemplateTag: Sendable {
    case variable(String, id: Int)
    case raw(String, id: Int)
    case section(String, [TemplateTag], id: Int)
    case inverted(String, [TemplateTag], id: Int)
    case partial(String)

    /// The tags of a template; nil if its sections do not close.
    static func tags(of text: String) -> [TemplateTag]? {
        var pieces = text.components(between: "{{", and: "}}")[...]
        var id = 0
        return read(&pieces, until: nil, &id)
    }

    private static func read(
        _ pieces: inout ArraySlice<String>,
        until end: String?,
        _ id: inout Int
    ) -> [TemplateTag]? {
        var tags: [TemplateTag] = []
        while let piece = pieces.popFirst() {
            let name = String(piece.dropFirst())
            id += 1
            let own = id
            switch piece.first {
            case "#", "^":
                guard let inner = read(&pieces, until: name, &id) else { return nil }
                tags.append(
                    piece.first == "#"
                        ? .section(name, inner, id: own) : .inverted(name, inner, id: own)
                )
            case "/": return name == end ? tags : nil
            case ">": tags.append(.partial(name))
            case "{": tags.append(.raw(String(name.dropLast()), id: own))
            default: tags.append(.variable(piece, id: own))
            }
        }
        return end == nil ? tags : nil
    }
}

extension String {
    /// What stands between each pair of the two marks; three closing braces belong to the inside.
    fileprivate func components(between open: String, and close: String) -> [String] {
        var rest = self[...]
        var found: [String] = []
        while let start = rest.firstRange(of: open) {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: close) else { break }
            let isRaw = rest.first == "{"
            let upper = isRaw ? rest.index(after: end.lowerBound) : end.lowerBound
            found.append(String(rest[..<upper]))
            rest = rest[(isRaw ? rest.index(after: end.upperBound) : end.upperBound)...]
        }
        return found
    }
}
