/// One row of an answer: a value, and where it stands.
struct RESTRow: Hashable, Sendable {
    var value: JSONValue
    /// Its name, if it stands in a map.
    var key: String?
    /// The element of the list before the last one on the way to it; nil if there was only one.
    var parent: JSONValue?
    /// What the last `[*]` led to.
    private var entry: JSONValue?

    init(value: JSONValue, key: String? = nil, parent: JSONValue? = nil) {
        self.value = value
        self.key = key
        self.parent = parent
    }

    /// The elements of an array, or the members of a map in the order of their names' bytes.
    var entries: [RESTRow] {
        if let elements = value.elements {
            return elements.map { entry($0, key: nil) }
        }
        let members = value.members ?? [:]
        return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { entry($0.value, key: $0.key) }
    }

    /// The value that the container of this row holds further in.
    func moved(to value: JSONValue) -> RESTRow {
        var row = self
        row.value = value
        return row
    }

    private func entry(_ value: JSONValue, key: String?) -> RESTRow {
        var row = RESTRow(value: value, key: key, parent: entry)
        row.entry = value
        return row
    }
}

extension RESTRow {
    /// Makes this value a member of the row, if the row has members.
    mutating func add(_ member: JSONValue, as name: String) {
        guard case .object(var members) = value else { return }
        members[name] = member
        value = .object(members)
    }
}
