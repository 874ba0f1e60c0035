import D8SModel

/// Which field of a table's rows means what, for samples.
///
/// A table is long (a metric and a value in each row) or wide (a column per metric).
struct SeriesPlan {
    /// A value of each row, and what it is called.
    struct Value {
        enum Metric {
            case constant([UInt8])
            case field(Int)
        }

        let metric: Metric
        let field: Int
    }

    /// A label of each series, in the order of the names' bytes.
    struct Part {
        let name: [UInt8]
        /// Nil for the same value in all rows.
        let field: Int?
        let constant: [UInt8]
    }

    let header: [String]
    let time: Int
    private(set) var values: [Value] = []
    private(set) var parts: [Part] = []
    private let table: String

    private static let timeNames = ["time", "timestamp", "at", "ts", "date"]
    private static let metricNames = ["metric", "name", "__name__"]

    /// - Parameters:
    ///   - header: The names of the columns.
    ///   - mapping: What is said about them.
    ///   - table: What the table is called in messages.
    /// - Throws: `CollectError` for a column that is missing or there twice.
    init(header: [String], mapping: SeriesMapping, table: String) throws(CollectError) {
        self.header = header
        self.table = table
        for (index, name) in header.enumerated() where header[..<index].contains(name) {
            throw .repeatedColumn(file: table, column: name)
        }
        let named = mapping.time.map { [$0] } ?? Self.timeNames
        guard let time = Self.first(of: named, in: header) else {
            throw Self.missing(mapping.time ?? "time", "time", header, table)
        }
        self.time = time
        values = try values(of: mapping)
        parts = try parts(of: mapping)
    }

    /// Sentences about the columns that are neither time, value nor label.
    var notes: [String] {
        var used: Set<Int> = [time]
        for value in values {
            used.insert(value.field)
            if case .field(let index) = value.metric { used.insert(index) }
        }
        used.formUnion(parts.compactMap(\.field))
        let unused = header.indices.filter { !used.contains($0) }.map { header[$0].abridged }
        return unused.isEmpty ? [] : ["Columns not used: \(unused.joined(separator: ", "))."]
    }

    private func values(of mapping: SeriesMapping) throws(CollectError) -> [Value] {
        if !mapping.values.isEmpty {
            return try mapping.values.map { (value) throws(CollectError) in
                let field = try index(value.value, key: "value")
                return Value(metric: .constant(Array(value.name.utf8)), field: field)
            }
        }
        if let name = mapping.value {
            return [Value(metric: try metric(mapping), field: try index(name, key: "value"))]
        }
        if let field = Self.first(of: ["value"], in: header), field != time {
            return [Value(metric: try metric(mapping), field: field)]
        }
        guard mapping.metric == nil else { throw missing("value", "value") }
        return try wideValues(mapping)
    }

    private func wideValues(_ mapping: SeriesMapping) throws(CollectError) -> [Value] {
        let labels = mapping.labels ?? []
        let fields = header.indices.filter {
            $0 != time && !header[$0].isEmpty && !labels.contains(header[$0])
        }
        guard !fields.isEmpty else { throw missing("value", "value") }
        return fields.map { Value(metric: .constant(Array(header[$0].utf8)), field: $0) }
    }

    private func metric(_ mapping: SeriesMapping) throws(CollectError) -> Value.Metric {
        switch mapping.metric {
        case .constant(let name)?: return .constant(Array(name.utf8))
        case .column(let name)?: return .field(try index(name, key: "metric"))
        case nil:
            guard let field = Self.first(of: Self.metricNames, in: header) else {
                throw missing("metric", "metric")
            }
            return .field(field)
        }
    }

    private func parts(of mapping: SeriesMapping) throws(CollectError) -> [Part] {
        var fields: [Int] = []
        if let names = mapping.labels {
            for name in names { fields.append(try index(name, key: "labels")) }
        } else if case .field(let metric)? = values.first?.metric {
            fields = free(except: metric)
        } else if values.count == 1, mapping.values.isEmpty, mapping.metric != nil {
            fields = free(except: nil)
        }
        var parts: [String: Part] = [:]
        for field in fields {
            let name = Array(header[field].utf8)
            parts[header[field]] = Part(name: name, field: field, constant: [])
        }
        for label in mapping.constants {
            let value = Array(label.value.utf8)
            parts[label.name] = Part(name: Array(label.name.utf8), field: nil, constant: value)
        }
        return parts.values.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    private func free(except metric: Int?) -> [Int] {
        let taken = Set([time, metric].compactMap(\.self) + values.map(\.field))
        return header.indices.filter { !taken.contains($0) && !header[$0].isEmpty }
    }

    private func index(_ name: String, key: String) throws(CollectError) -> Int {
        guard let index = Self.first(of: [name], in: header) else { throw missing(name, key) }
        return index
    }

    /// The column of this very name, else one that differs in case, spaces or hyphens only.
    private static func first(of names: [String], in header: [String]) -> Int? {
        for name in names {
            let key = ImportColumn.key(of: name)
            if let exact = header.firstIndex(of: name) { return exact }
            if let near = header.firstIndex(where: { ImportColumn.key(of: $0) == key }) {
                return near
            }
        }
        return nil
    }

    private func missing(_ column: String, _ key: String) -> CollectError {
        Self.missing(column, key, header, table)
    }

    private static func missing(
        _ column: String,
        _ key: String,
        _ header: [String],
        _ table: String
    ) -> CollectError {
        .unusable(
            what: table,
            reason: "it has no column \(column.abridged); its columns are "
                + header.prefix(50).map(\.abridged).joined(separator: ", "),
            mend: "Name the right one with the key `\(key)` of the series."
        )
    }
}
