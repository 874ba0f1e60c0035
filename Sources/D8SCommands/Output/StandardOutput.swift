import Glibc

/// Standard output for much text: written in large pieces, with an end when nobody reads it.
struct StandardOutput {
    private var pending: [UInt8] = []

    private static let pieceSize = 1 << 16

    /// - Throws: `CommandError.unwritable` if it cannot be written, a full disk for example.
    mutating func write(_ text: String) throws(CommandError) {
        pending += text.utf8
        if pending.count >= Self.pieceSize { try flush() }
    }

    mutating func flush() throws(CommandError) {
        let isWritten = pending.withUnsafeBytes { bytes in
            fwrite(bytes.baseAddress, 1, bytes.count, stdout) == bytes.count
        }
        guard isWritten, fflush(stdout) == 0 else {
            throw .unwritable(file: "standard output", reason: String(cString: strerror(errno)))
        }
        pending.removeAll(keepingCapacity: true)
    }
}
