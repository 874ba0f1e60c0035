import Yams

/// Reads one YAML mapping key by key and notes everything that cannot be used.
///
/// Each typed read takes its key away; what is left at the end is unknown.
struct MappingReader {
    private let file: String
    /// What the mapping is, for messages: `the file`, `a source`.
    private let title: String
    private let place: Mark?
    private var entries: [String: (key: Node, value: Node)] = [:]
    private var order: [String] = []
    private var known: [String] = []
    private(set) var problems: [ConfigurationProblem] = []

    init(_ node: Node, file: String, title: String) {
        self.file = file
        self.title = title
        place = node.mark
        guard let mapping = node.mapping else {
            note(node, "\(title) has to be `key: value` lines")
            return
        }
        for (key, value) in mapping {
            guard let name = key.string else { continue }
            if entries[name] != nil { note(key, "`\(name)` is there twice; keep one") }
            entries[name] = (key, value)
            order.append(name)
        }
    }

    /// The keys of the mapping in the order of the file.
    var keys: [String] { order }

    mutating func node(_ key: String) -> Node? {
        known.append(key)
        return entries.removeValue(forKey: key)?.value
    }

    mutating func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = node.string, !text.isEmpty else {
            note(node, "`\(key)` has to be a text")
            return nil
        }
        return text
    }

    /// The text of `key` through `read`; `form` says what would have been right.
    mutating func value<Value>(
        _ key: String,
        form: String,
        _ read: (String) -> Value?
    ) -> Value? {
        guard let node = node(key) else { return nil }
        guard let value = node.string.flatMap(read) else {
            note(node, "`\(key)` has to be \(form), not `\(Self.shown(node))`")
            return nil
        }
        return value
    }

    mutating func duration(_ key: String) -> Double? {
        value(key, form: "a length of time such as 90d, 24h or 30m", DurationText.seconds)
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String,
        _: Value.Type
    ) -> Value? where Value.RawValue == String {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return value(key, form: "one of \(words)", Value.init(rawValue:))
    }

    mutating func flag(_ key: String) -> Bool? {
        value(key, form: "true or false") { ["true": true, "false": false][$0] }
    }

    /// A list of texts, or one text.
    mutating func strings(_ key: String) -> [String]? {
        guard let node = node(key) else { return nil }
        if let text = node.string { return [text] }
        let texts = node.sequence.map { $0.compactMap(\.string) }
        guard let texts, texts.count == node.sequence?.count else {
            note(node, "`\(key)` has to be a text or a list of texts")
            return nil
        }
        return texts
    }

    /// `name: text` lines.
    mutating func table(_ key: String) -> [String: String]? {
        guard let node = node(key) else { return nil }
        var reader = MappingReader(node, file: file, title: "`\(key)`")
        var table: [String: String] = [:]
        for name in reader.keys { table[name] = reader.string(name) }
        problems += reader.problems
        return table
    }

    /// A reader of a mapping inside this one; its problems are to be absorbed.
    func nestedReader(_ node: Node, title: String) -> MappingReader {
        MappingReader(node, file: file, title: title)
    }

    mutating func note(_ node: Node, _ reason: String) {
        note(node.mark, reason)
    }

    /// Notes that the mapping lacks something.
    mutating func noteMissing(_ reason: String) {
        note(place, reason)
    }

    mutating func absorb(_ others: [ConfigurationProblem]) {
        problems += others
    }

    /// Everything noted, with the keys that nobody read.
    mutating func finish() -> [ConfigurationProblem] {
        for name in order {
            guard let entry = entries[name] else { continue }
            let nearest = NearestName.of(name, among: known)
            let mend = nearest.map { "did you mean `\($0)`?" }
            note(
                entry.key,
                "\(title) has no key `\(name)`; "
                    + (mend ?? "known keys: \(known.sorted().joined(separator: ", "))")
            )
        }
        return problems
    }

    private mutating func note(_ mark: Mark?, _ reason: String) {
        problems.append(
            ConfigurationProblem(
                file: file,
                line: mark?.line ?? 1,
                column: mark?.column ?? 1,
                reason: reason
            )
        )
    }

    private static func shown(_ node: Node) -> String {
        String((node.string ?? "a list or a mapping").prefix(60))
    }
}
