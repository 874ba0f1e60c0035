import Mustache

/// The values that a template may name, by name.
struct Fields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private(set) var values: [String: Field]

    init(dictionaryLiteral elements: (String, Field)...) {
        values = Dictionary(elements) { _, last in last }
    }

    subscript(name: String) -> Field? { values[name] }

    /// Both; where both have a name, the value of `other` counts.
    func with(_ other: Fields) -> Fields {
        var both = self
        both.values.merge(other.values) { _, last in last }
        return both
    }
}

extension Fields: MustacheParent {
    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): text
        case .markup(let markup): markup.html
        case .flag(let flag): flag
        case .list(let list): list
        case .texts(let texts): texts
        case .group(let fields): fields
        case nil: nil
        }
    }
}
