import D8SModel
import Yams

/// Reads `say:` of a measure: a title and a detail for each audience.
struct PackWordsReader {
    func read(_ outer: inout MappingReader) -> [Audience: PackWords] {
        guard let node = outer.node("say") else { return [:] }
        var table = outer.nestedReader(node, title: "`say`")
        var words: [Audience: PackWords] = [:]
        for audience in Audience.allCases {
            guard let node = table.node(audience.rawValue) else { continue }
            words[audience] = statement(node, &table)
        }
        outer.absorb(table.finish())
        return words
    }

    private func statement(_ node: Node, _ table: inout MappingReader) -> PackWords? {
        var reader = table.nestedReader(node, title: "an audience's words")
        let title = text("title", &reader), detail = text("detail", &reader) ?? ""
        if title?.isEmpty ?? true { reader.noteMissing("an audience's words need a `title`") }
        table.absorb(reader.finish())
        return title.map { PackWords(title: $0, detail: detail) }
    }

    /// A text that may be empty, whose braces are in pairs around a word.
    private func text(_ key: String, _ reader: inout MappingReader) -> String? {
        guard let node = reader.node(key) else { return nil }
        guard let text = node.string else {
            reader.note(node, "`\(key)` has to be a text")
            return nil
        }
        if let place = Self.wrongPlace(in: text) {
            reader.note(node, "`\(place)` is no place: a word in braces, such as {entity}")
        }
        return text
    }

    /// The first pair of braces around something else than a word; nil if there is none.
    static func wrongPlace(in text: String) -> String? {
        for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let close = piece.firstIndex(of: "}") else { return "{\(piece.prefix(20))" }
            let word = piece[..<close]
            let isWord =
                !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
            if !isWord { return "{\(word.prefix(20))}" }
        }
        return nil
    }
}
