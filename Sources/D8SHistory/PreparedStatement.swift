import GRDB
import GRDBSQLite

/// A statement whose values go in and come out without being boxed.
///
/// Text is bound and read by its length in bytes, so that a NUL inside it survives.
struct PreparedStatement {
    private let statement: Statement
    private let connection: OpaquePointer?

    /// Prepares the statement, or takes the one that the connection has prepared before.
    init(_ sql: String, in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        connection = db.sqliteConnection
        reset()
    }

    private var handle: OpaquePointer { statement.sqliteStatement }

    func bind(_ value: Int64?, at index: Int32) throws {
        let code =
            value.map { sqlite3_bind_int64(handle, index, $0) } ?? sqlite3_bind_null(handle, index)
        try check(code)
    }

    func bind(_ value: Double?, at index: Int32) throws {
        let code =
            value.map { sqlite3_bind_double(handle, index, $0) } ?? sqlite3_bind_null(handle, index)
        try check(code)
    }

    func bind(_ text: String?, at index: Int32) throws {
        guard var text else { return try check(sqlite3_bind_null(handle, index)) }
        try check(
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(handle, index, "", 0, Self.copied)
                    }
                    return sqlite3_bind_text64(
                        handle,
                        index,
                        start,
                        UInt64(characters.count),
                        Self.copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        )
    }

    /// Binds bytes that are copied at once.
    func bind(blob bytes: [UInt8], at index: Int32) throws {
        try bytes.withUnsafeBytes { try bind(blob: $0, at: index) }
    }

    /// Binds bytes that are copied at once.
    func bind(blob bytes: UnsafeRawBufferPointer, at index: Int32) throws {
        let code = sqlite3_bind_blob64(
            handle,
            index,
            bytes.baseAddress,
            UInt64(bytes.count),
            Self.copied
        )
        try check(code)
    }

    /// Binds UTF-8 that is copied at once.
    func bind(utf8 bytes: some Swift.Collection<UInt8>, at index: Int32) throws {
        let isBound: Void? = try bytes.withContiguousStorageIfAvailable {
            try bind(text: $0, at: index)
        }
        if isBound == nil {
            try Array(bytes).withUnsafeBufferPointer { try bind(text: $0, at: index) }
        }
    }

    private func bind(text bytes: UnsafeBufferPointer<UInt8>, at index: Int32) throws {
        let code = bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let start = characters.baseAddress, !characters.isEmpty else {
                return sqlite3_bind_text(handle, index, "", 0, Self.copied)
            }
            return sqlite3_bind_text64(
                handle,
                index,
                start,
                UInt64(characters.count),
                Self.copied,
                UInt8(SQLITE_UTF8)
            )
        }
        try check(code)
    }

    /// Goes to the next row; false if there is none.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code != SQLITE_DONE { throw failure(code) }
        return false
    }

    /// Runs a statement that gives no rows and says how many rows it wrote.
    @discardableResult
    func run() throws -> Int {
        defer { reset() }
        _ = try step()
        return Int(sqlite3_changes(connection))
    }

    /// Makes the statement ready for new values.
    func reset() {
        sqlite3_reset(handle)
    }

    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func real(_ column: Int32) -> Double {
        sqlite3_column_double(handle, column)
    }

    func optionalReal(_ column: Int32) -> Double? {
        isNull(column) ? nil : real(column)
    }

    func text(_ column: Int32) -> String {
        String(decoding: bytes(column), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The bytes of a text, valid until the next step; empty for NULL.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        // The history's encoding is UTF-8, so asking for a blob only spares a terminating NUL.
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start,
            count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
        )
    }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// Tells SQLite to copy the text before it returns (`SQLITE_TRANSIENT`, a macro with a cast).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
