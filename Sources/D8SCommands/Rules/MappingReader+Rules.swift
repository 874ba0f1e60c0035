import D8SModel
import D8SQuery
import Yams

extension MappingReader {
    /// A length of time in Prometheus' notation, in milliseconds; 0 is one, too.
    mutating func milliseconds(_ key: String) -> Int64? {
        value(key, form: "a length of time such as 30s, 5m or 1h30m") {
            PromDuration.milliseconds($0)
        }
    }

    /// `name: text` lines as labels, by name; texts may be empty, and `__name__` is as good as any
    /// name where it is allowed.
    mutating func labels(_ key: String, allowsName: Bool = false) -> [Label]? {
        guard let node = node(key), !node.isNothing else { return nil }
        var entries = nestedReader(node, title: "`\(key)`")
        var labels: [Label] = []
        for name in entries.keys {
            guard let value = entries.node(name) else { continue }
            if name.isEmpty || !allowsName && name == "__name__" {
                note(value, "`\(key)` has an invalid name: \(name.isEmpty ? "it is empty" : name)")
            } else if let text = value.isNothing ? "" : value.string {
                labels.append(Label(name, text))
            } else {
                note(value, "`\(name)` has to be a text")
            }
        }
        absorb(entries.problems)
        return labels.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension Node {
    /// `key:` with nothing behind it.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}
