/// Which field of a file's rows means what.
struct ColumnPlan {
    /// Where the value of a column comes from.
    enum Origin {
        case field(Int)
        case constant([UInt8])
        case absent
    }

    let header: [String]
    let kind: [ImportColumn]
    /// By `ImportField.rawValue`.
    private(set) var origins: [Origin]
    /// The names that a filter looks at, where they are, and the values it lets pass.
    private(set) var filters: [(origin: Origin, values: [[UInt8]])] = []
    private let file: String

    /// Finds the columns of `kind` in `header`; unless `isComplete`, rows may bring more of them, so
    /// that none can be missing yet.
    init(
        kind: [ImportColumn],
        header: [String],
        mapping: ImportMapping,
        file: String,
        isComplete: Bool
    ) throws(CollectError) {
        self.kind = kind
        self.header = header
        self.file = file
        origins = Array(repeating: .absent, count: ImportField.allCases.count)
        try refuseRepetition()
        try refuseUnknownColumns(mapping)
        for column in kind {
            origins[column.field.rawValue] = try origin(of: column, mapping, isComplete)
        }
        try addFilters(mapping, isComplete)
    }

    func origin(of field: ImportField) -> Origin { origins[field.rawValue] }

    /// What the file calls this column; the usual name if it does not have it.
    func name(of field: ImportField) -> String {
        if case .field(let index) = origins[field.rawValue] { return header[index] }
        return kind.first { $0.field == field }?.name ?? "\(field)"
    }

    private func refuseRepetition() throws(CollectError) {
        var seen: Set<String> = []
        for name in header where !name.isEmpty {
            guard seen.insert(ImportColumn.key(of: name)).inserted else {
                throw .repeatedColumn(file: file, column: name)
            }
        }
    }

    private func refuseUnknownColumns(_ mapping: ImportMapping) throws(CollectError) {
        for assignment in mapping.columns + mapping.constants {
            guard kind.contains(where: { isSame($0.name, assignment.name) }) else {
                throw .unknownColumn(name: assignment.name, known: kind.map(\.name))
            }
        }
    }

    private func origin(
        of column: ImportColumn,
        _ mapping: ImportMapping,
        _ isComplete: Bool
    ) throws(CollectError) -> Origin {
        if let constant = mapping.constants.last(where: { isSame($0.name, column.name) }) {
            return .constant(Array(constant.value.utf8))
        }
        if let mapped = mapping.columns.last(where: { isSame($0.name, column.name) }) {
            if let index = index(of: mapped.value) { return .field(index) }
            guard !isComplete else { throw missing(mapped.value) }
            return .absent
        }
        let taken = mapping.columns.map { ImportColumn.key(of: $0.value) }
        if let index = try index(of: column, except: taken) { return .field(index) }
        if let fallback = column.fallback { return .constant(Array(fallback.utf8)) }
        guard !isComplete || !column.isRequired else { throw missing(column.name) }
        return .absent
    }

    /// The field under the column's own name, else the only one under one of its aliases.
    private func index(
        of column: ImportColumn,
        except taken: [String]
    ) throws(CollectError) -> Int? {
        if let own = index(of: column.name), !taken.contains(ImportColumn.key(of: header[own])) {
            return own
        }
        let candidates = header.indices.filter {
            column.isCalled(header[$0]) && !taken.contains(ImportColumn.key(of: header[$0]))
        }
        guard candidates.count < 2 else {
            let names = candidates.map { header[$0] }
            throw .ambiguousColumn(file: file, column: column.name, candidates: names)
        }
        return candidates.first
    }

    private mutating func addFilters(
        _ mapping: ImportMapping,
        _ isComplete: Bool
    ) throws(CollectError) {
        var names: [String] = []
        for filter in mapping.filters where !names.contains(filter.name) {
            names.append(filter.name)
        }
        for name in names {
            let values = mapping.filters.filter { $0.name == name }.map { Array($0.value.utf8) }
            filters.append((try filterOrigin(name, isComplete), values))
        }
    }

    private func filterOrigin(_ name: String, _ isComplete: Bool) throws(CollectError) -> Origin {
        if let index = index(of: name) { return .field(index) }
        if let column = kind.first(where: { $0.isCalled(name) }) {
            guard case .absent = origin(of: column.field) else { return origin(of: column.field) }
        }
        guard !isComplete else { throw missing(name) }
        return .absent
    }

    private func index(of name: String) -> Int? {
        header.firstIndex { isSame($0, name) }
    }

    private func missing(_ column: String) -> CollectError {
        .missingColumn(file: file, column: column, found: header)
    }

    private func isSame(_ left: String, _ right: String) -> Bool {
        ImportColumn.key(of: left) == ImportColumn.key(of: right)
    }
}
