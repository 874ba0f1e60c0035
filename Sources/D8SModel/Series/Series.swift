/// A metric name with labels: what tells one series from another (Prometheus' data model).
///
/// Two are equal if their bytes are, so names that only look alike stay apart.
package struct Series: Hashable, Comparable, Sendable {
    /// The metric name, then each label's name and value, labels in the order of their names'
    /// bytes; 0xFF, which UTF-8 never holds, ends each part.
    package let key: [UInt8]

    /// A series with these labels in any order; of a label named twice the last one counts, and one
    /// with an empty value is as good as none.
    package init(metric: String, labels: [Label] = []) {
        var key = Array(metric.utf8) + [Self.end]
        for label in Self.canonical(labels) {
            key += label.name.utf8
            key.append(Self.end)
            key += label.value.utf8
            key.append(Self.end)
        }
        self.key = key
    }

    /// A series from the bytes of `key`, which have to be as `key` says.
    package init(key: [UInt8]) {
        self.key = key
    }

    package var metric: String {
        String(decoding: key.prefix { $0 != Self.end }, as: UTF8.self)
    }

    /// In the order of their names' bytes.
    package var labels: [Label] {
        let parts = key.split(separator: Self.end, omittingEmptySubsequences: false)
            .dropFirst().dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
        return stride(from: 0, to: parts.count - 1, by: 2).map { Label(parts[$0], parts[$0 + 1]) }
    }

    /// The value of the label of this name; nil if there is none.
    package func value(of name: String) -> String? {
        var start = end(from: 0) + 1
        while start < key.count {
            let middle = end(from: start)
            let stop = end(from: middle + 1)
            if stop < key.count, key[start..<middle].elementsEqual(name.utf8) {
                return String(decoding: key[(middle + 1)..<stop], as: UTF8.self)
            }
            start = stop + 1
        }
        return nil
    }

    package func hash(into hasher: inout Hasher) {
        key.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    package static func < (left: Series, right: Series) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }

    private static let end: UInt8 = 0xFF

    /// Where the part ends that begins here.
    private func end(from start: Int) -> Int {
        var place = start
        while place < key.count, key[place] != Self.end { place += 1 }
        return place
    }

    private static func canonical(_ labels: [Label]) -> [Label] {
        var last: [[UInt8]: Label] = [:]
        for label in labels { last[Array(label.name.utf8)] = label }
        return last.filter { !$0.value.value.isEmpty }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.value)
    }
}

extension Series: CustomStringConvertible {
    /// As Prometheus writes it: `up{instance="db1:9100",job="node"}`, with names that are more than
    /// letters, digits and `_` in quotes: `{"queue.length",host="a"}` (Prometheus 3).
    package var description: String {
        let metric = metric
        let labels = labels.map { "\(Self.quoted($0.name))=\"\(Self.escaped($0.value))\"" }
        guard metric.isEmpty || Self.isPlain(metric, ":") else {
            return "{" + (["\"\(Self.escaped(metric))\""] + labels).joined(separator: ",") + "}"
        }
        guard !labels.isEmpty else { return metric.isEmpty ? "{}" : metric }
        return metric + "{\(labels.joined(separator: ","))}"
    }

    private static func quoted(_ name: String) -> String {
        isPlain(name, nil) ? name : "\"\(escaped(name))\""
    }

    private static func isPlain(_ name: String, _ extra: Unicode.Scalar?) -> Bool {
        guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else {
            return false
        }
        return name.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
                || ("0"..."9").contains(scalar) || scalar == extra
        }
    }

    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
