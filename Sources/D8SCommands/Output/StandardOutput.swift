import Glibc

/// Standard output for much text: written in large pieces, with an end when nobody reads it.
struct StandardOutput {
    private var pending: [UInt8] = []

    private static let pieceSize = 1 << 16

    /// - Throws: `CommandError.unwritable` if it cannot be written, a full disk for example.
    mutating func write(_ text: String) throws(CommandError) {
        try write(Array(text.utf8))
    }

    /// - Throws: `CommandError.unwritable` if it cannot be written.
    mutating func write(_ bytes: [UInt8]) throws(CommandError) {
        pending += bytes
        if pending.count >= Self.pieceSize { try flush() }
    }

    mutating func flush() throws(CommandError) {
        var rest = pending[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw .unwritable(file: "standard output", reason: String(cString: strerror(errno)))
            }
            rest = rest.dropFirst(count)
        }
        pending.removeAll(keepingCapacity: true)
    }
}
