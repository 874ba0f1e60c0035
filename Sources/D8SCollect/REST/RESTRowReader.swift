import D8SModel

/// Reads the fields of one row.
struct RESTRowReader {
    let row: RESTRow
    let fields: [String: RESTField]
    let values: RESTValues

    /// Longer texts are cut: names and sentences are meant, not documents.
    private static let textLimit = 4096

    /// A text that is not empty; nil if there is none.
    func text(_ name: String) throws(RESTRowFault) -> String? {
        guard let field = fields[name] else { return nil }
        return try text(field, name)
    }

    func required(_ name: String) throws(RESTRowFault) -> String {
        guard let text = try text(name) else { throw .bad(field: name, reason: "is missing") }
        return text
    }

    func firstLine(_ name: String) throws(RESTRowFault) -> String? {
        try text(name)?.prefix { !$0.isNewline }.description
    }

    /// Every text that the field's first path with any leads to.
    func texts(_ name: String) throws(RESTRowFault) -> [String] {
        guard let field = fields[name] else { return [] }
        guard case .paths = field.origin else { return try text(name).map { [$0] } ?? [] }
        return candidates(field)
    }

    func number(_ name: String) throws(RESTRowFault) -> Double? {
        guard let text = try text(name) else { return nil }
        let words = ["true": 1.0, "false": 0.0]
        guard let number = words[text] ?? Double(text), number.isFinite else {
            throw .bad(field: name, reason: "`\(text.abridged)` is no number that can be stored")
        }
        return number * (fields[name]?.scale ?? 1)
    }

    func integer(_ name: String) throws(RESTRowFault) -> Int? {
        guard let number = try number(name) else { return nil }
        guard let integer = Int(exactly: number) else {
            throw .bad(field: name, reason: "`\(number)` is no whole number")
        }
        return integer
    }

    func choice<Word: RawRepresentable & CaseIterable>(
        _ name: String,
        _: Word.Type
    ) throws(RESTRowFault) -> Word? where Word.RawValue == String {
        guard let text = try text(name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw .bad(field: name, reason: "`\(text.abridged)` is none of \(known)")
    }

    /// An instant of the years 1970 to 2200; nil if there is none.
    func time(_ name: String) throws(RESTRowFault) -> Instant? {
        guard let field = fields[name] else { return nil }
        return try time(field, name)
    }

    func requiredTime(_ name: String) throws(RESTRowFault) -> Instant {
        guard let time = try time(name) else { throw .bad(field: name, reason: "is missing") }
        return time
    }

    func time(_ field: RESTField, _ name: String) throws(RESTRowFault) -> Instant? {
        guard let text = try text(field, name) else { return nil }
        do throws(RESTTimeFault) {
            return try field.time.read(text)
        } catch {
            throw .bad(field: name, reason: error.reason)
        }
    }

    func text(_ field: RESTField, _ name: String) throws(RESTRowFault) -> String? {
        let found = try mapped(candidates(field), by: field, name)
        let text = found ?? field.otherwise.map { values.text($0, of: row) }
        guard let text, !text.isEmpty else { return nil }
        guard !text.utf8.contains(0) else {
            throw .bad(field: name, reason: "holds a NUL character")
        }
        return text.utf8.count <= Self.textLimit ? text : String(text.prefix(Self.textLimit / 4))
    }

    /// The texts from which one is taken, the best first.
    private func candidates(_ field: RESTField) -> [String] {
        switch field.origin {
        case .template(let template):
            let text = values.text(template, of: row)
            return text.isEmpty ? [] : [text]
        case .paths(let paths):
            for path in paths {
                let texts = path.values(in: row).compactMap(\.text).filter { !$0.isEmpty }
                if !texts.isEmpty { return field.pick == .last ? texts.reversed() : texts }
            }
            return []
        }
    }

    private func mapped(
        _ texts: [String],
        by field: RESTField,
        _ name: String
    ) throws(RESTRowFault) -> String? {
        guard let map = field.map else { return texts.first }
        guard let first = texts.first else { return nil }
        guard let word = texts.lazy.compactMap({ map[$0] }).first ?? map["*"] else {
            let reason = "`\(first.abridged)` is a word that the declaration's map does not have"
            throw .bad(field: name, reason: reason)
        }
        if word == RESTField.skip { throw .skipped }
        return word
    }
}
