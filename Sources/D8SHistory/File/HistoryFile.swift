import Glibc

/// A file that is, or is to become, a history, looked at without changing anything.
///
/// SQLite makes files beside a database when it opens it, and may write to it when it closes. So a
/// file is read as bytes and then as an immutable database before it is opened in earnest.
struct HistoryFile {
    let path: String

    /// True if there is something at the path.
    var exists: Bool {
        get throws(HistoryError) { try firstBytes() != nil }
    }

    /// Refuses everything that is not a history that this D8S can use.
    ///
    /// A path without a file and an empty file are fine: they are to become one.
    func check() throws(HistoryError) {
        guard let bytes = try firstBytes(), !bytes.isEmpty else { return }
        guard let header = FileHeader(bytes) else { throw .notADatabase(path: path) }
        guard header.applicationID == History.applicationID else {
            throw .foreign(path: path, applicationID: header.applicationID)
        }
        guard header.isUTF8 else { throw .encoding(path: path) }
        // Whoever made the file was stopped: only SQLite can take that back, by opening it.
        if size(of: path + "-journal") > 0 { return }
        try contents().check(path: path)
    }

    /// True if SQLite may write the file and put its own beside it.
    var isWritable: Bool {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    private func contents() throws(HistoryError) -> HistoryContents {
        do {
            let database = try UntouchedDatabase(path: path, hasLog: size(of: path + "-wal") > 0)
            return try HistoryContents { try database.texts($0) }
        } catch {
            throw HistoryError(error, path: path, patience: 1)
        }
    }

    /// At most as many bytes as a header has; nil if there is no file.
    private func firstBytes() throws(HistoryError) -> [UInt8]? {
        guard !path.utf8.contains(0) else {
            throw .unreadable(path: path, reason: "A path cannot hold a NUL")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw unreadable(errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(errno) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: FileHeader.length)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count >= 0 else { throw unreadable(errno) }
        return Array(bytes.prefix(count))
    }

    /// In bytes; 0 if there is no such file.
    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private func unreadable(_ code: Int32) -> HistoryError {
        .unreadable(path: path, reason: String(cString: strerror(code)))
    }
}
