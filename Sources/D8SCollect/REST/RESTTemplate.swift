/// A text with placeholders in braces.
///
/// - `{name}`: a parameter of the declaration.
/// - `{since}`, `{until}`, `{now}`: times, ISO 8601 in UTC; `{since:unix}`, `{since:ms}` and
///   `{since:date}` write them in another way.
/// - `{cursor}`: what the last answer gave as its cursor; empty for the first page.
/// - `{.a.b}`, `{@key}`: the value at this path of the row.
/// - `{{` is a brace, and so is one before anything that cannot be a name.
package struct RESTTemplate: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case literal(String)
        case parameter(String)
        case time(RESTTime, RESTTimeFormat)
        case cursor
        case path(RESTPath)
    }

    package let pieces: [Piece]

    /// The template of this text.
    ///
    /// - Throws: `RESTSyntaxFault` with what is wrong about it.
    package init(_ text: String) throws(RESTSyntaxFault) {
        var pieces: [Piece] = []
        var literal = "", rest = text[...]
        while let next = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                literal.append(next)
                rest = rest.dropFirst(2)
            } else if let inside = Self.placeholder(rest) {
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = ""
                pieces.append(try Self.piece(inside))
                rest = rest[inside.endIndex...].dropFirst()
            } else {
                literal.append(next)
                rest.removeFirst()
            }
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        self.pieces = pieces
    }

    init(literal: String) {
        pieces = [.literal(literal)]
    }

    /// The names of the parameters in it.
    package var parameters: [String] {
        pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// Whether it has a placeholder at all.
    package var isConstant: Bool {
        pieces.allSatisfy { if case .literal = $0 { true } else { false } }
    }

    package var readsRow: Bool {
        pieces.contains { if case .path = $0 { true } else { false } }
    }

    /// What stands in the braces with which this text begins; nil if that is no placeholder.
    private static func placeholder(_ text: Substring) -> Substring? {
        guard text.first == "{", let end = text.firstIndex(of: "}") else { return nil }
        let inside = text[text.index(after: text.startIndex)..<end]
        let isName = inside.first.map { $0.isLetter || $0 == "." || $0 == "@" } ?? false
        let isWord = inside.allSatisfy { !$0.isWhitespace && !"{,;(".contains($0) }
        return isName && isWord ? inside : nil
    }

    private static func piece(_ inside: Substring) throws(RESTSyntaxFault) -> Piece {
        if inside.first == "." || inside.first == "@" {
            return .path(try RESTPath(String(inside)))
        }
        if inside == "cursor" { return .cursor }
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let time = parts.first.flatMap({ RESTTime(rawValue: String($0)) }) else {
            return .parameter(String(inside))
        }
        guard parts.count == 2 else { return .time(time, .iso8601) }
        guard let format = RESTTimeFormat(rawValue: String(parts[1])) else {
            let known = RESTTimeFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw RESTSyntaxFault("`\(parts[1])` is no form of a time; there are \(known)")
        }
        return .time(time, format)
    }
}
