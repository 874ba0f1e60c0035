import GRDB
import GRDBSQLite

/// A connection that can only read, and that leaves the file and its folder as they are.
struct UntouchedDatabase: ~Copyable {
    private let connection: OpaquePointer?

    /// Opens the database.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - hasLog: True if a write-ahead log belongs to the file; it is then read too. Without one
    ///     the file is taken as immutable: no locks, no files beside it.
    /// - Throws: An error of SQLite.
    init(path: String, hasLog: Bool) throws {
        var connection: OpaquePointer?
        let uri = "file:\(Self.escaped(path))?mode=ro" + (hasLog ? "" : "&immutable=1")
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(uri, &connection, flags, nil)
        self.connection = connection
        sqlite3_busy_timeout(connection, 1000)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    deinit {
        sqlite3_close_v2(connection)
    }

    /// The first column of every row, as text.
    func texts(_ sql: String) throws -> [String] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let prepared = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        guard prepared == SQLITE_OK else { throw failure(prepared) }
        var texts: [String] = []
        while true {
            let code = sqlite3_step(statement)
            guard code == SQLITE_ROW else {
                guard code == SQLITE_DONE else { throw failure(code) }
                return texts
            }
            texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// The path with everything escaped that means something in a URI.
    private static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
            }
        }
        return text
    }
}
