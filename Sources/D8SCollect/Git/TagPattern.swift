/// A pattern for tag names, as `git tag --list` reads it.
///
/// `*` is any text, slashes included; `?` any one character; `[a-z]` and `[!a-z]` one of a set; `\`
/// takes away the meaning of what follows.
package struct TagPattern: Hashable, Sendable {
    /// The pattern as it was written.
    package let text: String
    private let parts: [Part]

    private enum Part: Hashable, Sendable {
        case anything
        case one
        case character(Unicode.Scalar)
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

        func matches(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .anything: false
            case .one: true
            case .character(let wanted): scalar == wanted
            case .set(let ranges, let isNegated):
                ranges.contains { $0.contains(scalar) } != isNegated
            }
        }
    }

    /// Fails on an empty pattern, an open `[`, and a `\` at the end.
    package init(_ text: String) throws(CollectError) {
        self.text = text
        guard !text.isEmpty else {
            throw .badPattern(pattern: "\"\"", reason: "it is empty; * matches every tag")
        }
        var parts: [Part] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": if parts.last != .anything { parts.append(.anything) }
            case "?": parts.append(.one)
            case "\\":
                guard let next = rest.popFirst() else {
                    throw .badPattern(pattern: text, reason: "nothing follows its last \\")
                }
                parts.append(.character(next))
            case "[":
                guard let set = Self.set(&rest) else {
                    throw .badPattern(pattern: text, reason: "a [ in it is never closed")
                }
                parts.append(set)
            default: parts.append(.character(scalar))
            }
        }
        self.parts = parts
    }

    /// True if the whole name fits the pattern; at most pattern × name steps.
    package func matches(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        var position = 0
        var part = 0
        var retry: (part: Int, position: Int)?
        while position < scalars.count {
            if part < parts.count, parts[part] == .anything {
                retry = (part, position)
                part += 1
            } else if part < parts.count, parts[part].matches(scalars[position]) {
                part += 1
                position += 1
            } else if let last = retry {
                retry = (last.part, last.position + 1)
                (part, position) = (last.part + 1, last.position + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .anything }
    }

    /// What stands between `[` and `]`; nil if there is no `]`.
    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
        let isNegated = rest.first == "!" || rest.first == "^"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = rest.popFirst() {
            if scalar == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
            let end = rest.dropFirst().first
            if rest.first == "-", let end, end != "]" {
                rest.removeFirst(2)
                ranges.append(min(scalar, end)...max(scalar, end))
            } else {
                ranges.append(scalar...scalar)
            }
        }
        return nil
    }
}
