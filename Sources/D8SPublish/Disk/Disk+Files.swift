import Crypto
import Glibc

extension Disk {
    /// Read in pieces of this size.
    private static let piece = 1 << 17

    /// Writes a file that must not be there yet.
    static func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure("make the file", path) }
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty, code == 0 {
                let count = Glibc.write(
                    file,
                    UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                    rest.count
                )
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if count == 0 || errno != EINTR {
                    code = count == 0 ? EIO : errno
                }
            }
        }
        if close(file) != 0, code == 0 { code = errno }
        guard code == 0 else { throw failure("write", path, code) }
    }

    /// The whole content of a file; nil if there is none, or it is no regular file.
    static func read(_ path: String) throws(PublishError) -> [UInt8]? {
        var content: [UInt8] = []
        let isThere = try pieces(of: path) { content += $0 }
        return isThere ? content : nil
    }

    /// Whether a file holds exactly these bytes.
    static func holds(_ bytes: [UInt8], _ path: String) -> Bool {
        var position = 0
        var isEqual = true
        let isThere = try? pieces(of: path) { piece in
            isEqual = isEqual && Self.isEqual(bytes, at: position, piece)
            position += piece.count
        }
        return isThere == true && isEqual && position == bytes.count
    }

    private static func isEqual(
        _ bytes: [UInt8],
        at position: Int,
        _ piece: UnsafeRawBufferPointer
    ) -> Bool {
        guard position + piece.count <= bytes.count else { return false }
        return bytes.withUnsafeBytes { whole in
            guard let start = whole.baseAddress, let part = piece.baseAddress else { return false }
            return memcmp(start + position, part, piece.count) == 0
        }
    }

    /// The SHA-256 of a file, read in pieces; nil if it cannot be read.
    static func sha256(_ path: String) -> String? {
        var hash = SHA256()
        guard (try? pieces(of: path) { hash.update(bufferPointer: $0) }) == true else { return nil }
        return Digest.hexadecimal(hash.finalize())
    }

    /// Gives the file a second name, or copies it with its times where that is not possible.
    ///
    /// False if there is no such regular file.
    static func keep(_ old: String, as new: String) throws(PublishError) -> Bool {
        guard Glibc.link(old, new) != 0 else { return true }
        switch errno {
        case ENOENT: return false
        case EPERM, EMLINK, EXDEV, ENOSYS, EOPNOTSUPP, EACCES: return try copy(old, to: new)
        default: throw failure("link \(old) to", new)
        }
    }

    private static func copy(_ old: String, to new: String) throws(PublishError) -> Bool {
        guard let status = try status(old), let bytes = try read(old) else { return false }
        try write(bytes, to: new)
        let times = [status.st_atim, status.st_mtim]
        guard utimensat(AT_FDCWD, new, times, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw failure("set the times of", new)
        }
        return true
    }

    /// Hands out a regular file piece by piece; false if there is none.
    private static func pieces(
        of path: String,
        _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(PublishError) -> Bool {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if [ENOENT, ENOTDIR, ELOOP].contains(errno) { return false }
            throw failure("open", path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, isFile(status) else { return false }
        var buffer = [UInt8](repeating: 0, count: min(piece, max(1, Int(status.st_size) + 1)))
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count == 0 { return true }
            if count > 0 {
                buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
            } else if errno != EINTR {
                throw failure("read", path)
            }
        }
    }
}
