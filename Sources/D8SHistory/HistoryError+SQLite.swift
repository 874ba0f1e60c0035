import GRDB

extension HistoryError {
    /// What an error of SQLite means for a history.
    init(_ error: any Error, path: String, patience: Double) {
        if let error = error as? HistoryError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .sqlite(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, seconds: patience)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, reason: reason)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unwritable(path: path, reason: reason)
        default: self = .sqlite(path: path, reason: reason)
        }
    }
}
