import D8SModel

/// Reads the tags of a charge: a JSON object of texts.
enum CostTags {
    /// Sorted by name; nil if the bytes are no JSON object.
    ///
    /// A number or a truth value is taken as it is written, null as an empty text; arrays and
    /// objects are no values of tags and are left out.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [Label]? {
        guard let members = try? JSONValue(parsing: Array(bytes)).members else { return nil }
        var tags: [Label] = []
        for (name, value) in members where !name.isEmpty {
            if let text = value == .null ? "" : value.text { tags.append(Label(name, text)) }
        }
        return tags.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
