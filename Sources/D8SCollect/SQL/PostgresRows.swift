/// The rows of a result in the form in which those of files come.
struct PostgresRows {
    /// Types by their numbers in `pg_type`.
    ///
    /// src/include/catalog/pg_type.dat of https://github.com/postgres/postgres
    private enum Kind: UInt32 {
        case bool = 16
        case date = 1082
    }

    private let kinds: [Kind?]
    /// Whether a day is given as its midnight, which is read in the time zone of the source.
    private let hasMidnights: Bool

    init(types: [UInt32], hasMidnights: Bool) {
        kinds = types.map(Kind.init)
        self.hasMidnights = hasMidnights
    }

    /// Puts a row of the result into `row`: NULL is empty, a truth value `true` or `false`.
    func read(_ index: Int, of result: PostgresResult, into row: inout RawRow) {
        row.reset(line: row.line + 1)
        for (column, kind) in kinds.enumerated() {
            let start = row.bytes.count
            if let value = result.value(index, column) {
                append(value, kind, to: &row.bytes)
            }
            row.fields.append(start..<row.bytes.count)
            if row.bytes.count - start > RawRow.fieldLimit {
                row.fault = "has a value longer than 1 MB"
            }
        }
    }

    private func append(_ value: UnsafeRawBufferPointer, _ kind: Kind?, to bytes: inout [UInt8]) {
        switch kind {
        case .bool:
            let isTrue = value.first == UInt8(ascii: "t")
            bytes.append(contentsOf: isTrue ? "true".utf8 : "false".utf8)
        case .date where hasMidnights:
            bytes.append(contentsOf: value)
            bytes.append(contentsOf: " 00:00:00".utf8)
        case .date, nil: bytes.append(contentsOf: value)
        }
    }
}
