import Glibc

/// What a file system says of its size (statvfs(3)).
struct FileSystemSize: Hashable, Sendable {
    /// In bytes; `available` is what is left for others than root.
    var size: Double
    var free: Double
    var available: Double
    /// Inodes.
    var files: Double
    var freeFiles: Double

    /// Nil if the file system answers with an error.
    static func of(_ path: String) -> FileSystemSize? {
        var answer = statvfs()
        while statvfs(path, &answer) != 0 {
            guard errno == EINTR else { return nil }
        }
        let unit = Double(answer.f_frsize)
        return FileSystemSize(
            size: Double(answer.f_blocks) * unit,
            free: Double(answer.f_bfree) * unit,
            available: Double(answer.f_bavail) * unit,
            files: Double(answer.f_files),
            freeFiles: Double(answer.f_ffree)
        )
    }
}
