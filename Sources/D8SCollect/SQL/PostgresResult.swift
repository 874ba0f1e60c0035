import CPostgres

/// What a server answered to one statement: rows, or an error.
final class PostgresResult {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        PQclear(handle)
    }

    var isError: Bool {
        let status = PQresultStatus(handle)
        return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK
            && status != PGRES_EMPTY_QUERY
    }

    var rowCount: Int { Int(PQntuples(handle)) }

    /// The memory that it takes, in bytes.
    var size: Int { PQresultMemorySize(handle) }

    var columns: [String] {
        (0..<PQnfields(handle)).map { column in
            PQfname(handle, column).map { String(cString: $0) } ?? ""
        }
    }

    /// The types of the columns, by their numbers in `pg_type`.
    var types: [UInt32] {
        (0..<PQnfields(handle)).map { PQftype(handle, $0) }
    }

    /// The text of a value; nil if it is NULL.
    func value(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let row = Int32(clamping: row), column = Int32(clamping: column)
        guard PQgetisnull(handle, row, column) == 0 else { return nil }
        let length = Int(PQgetlength(handle, row, column))
        return UnsafeRawBufferPointer(start: PQgetvalue(handle, row, column), count: length)
    }

    /// What is said about an error.
    var fault: PostgresFault {
        PostgresFault(
            code: field("C") ?? "",
            message: field("M") ?? String(cString: PQresultErrorMessage(handle)),
            detail: field("D"),
            hint: field("H"),
            position: field("P").flatMap { Int($0) }
        )
    }

    /// A part of what is said about an error.
    ///
    /// https://www.postgresql.org/docs/current/protocol-error-fields.html
    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(handle, Int32(code.value)).map { String(cString: $0) }
    }
}
