import Glibc

/// The bytes of a file, or of standard input for `-`, as they are stored.
struct FileBytes: ~Copyable {
    /// Bytes read at a time: every piece but the last has as many.
    static let pieceSize = 1 << 18

    let name: String
    private let descriptor: Int32
    private let isOwned: Bool

    init(path: String) throws(CollectError) {
        name = path
        isOwned = path != "-"
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    private init(name: String, descriptor: Int32) {
        self.name = name
        self.descriptor = descriptor
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Passes the bytes from the start on, a piece at a time.
    func read(
        _ body: (UnsafeBufferPointer<UInt8>) throws(CollectError) -> Void
    ) throws(CollectError) {
        let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceSize)
        defer { piece.deallocate() }
        while true {
            let count = try fill(UnsafeMutableRawBufferPointer(piece))
            try body(UnsafeBufferPointer(rebasing: piece[..<count]))
            if count < piece.count { return }
        }
    }

    /// True if the bytes can be read more than once.
    var isSeekable: Bool { lseek(descriptor, 0, SEEK_CUR) >= 0 }

    func rewind() throws(CollectError) {
        guard lseek(descriptor, 0, SEEK_SET) >= 0 else { throw Self.failure(name) }
    }

    /// The same bytes in a temporary file without a name, which can be read more than once.
    func spooled() throws(CollectError) -> FileBytes {
        guard let temporary = tmpfile() else { throw Self.failure("a temporary file") }
        defer { fclose(temporary) }
        let copy = dup(fileno(temporary))
        guard copy >= 0 else { throw Self.failure("a temporary file") }
        let spool = FileBytes(name: name, descriptor: copy)
        try read { (bytes) throws(CollectError) in try spool.append(bytes) }
        try spool.rewind()
        return spool
    }

    private func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(CollectError) {
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure("a temporary file") }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    private func fill(_ piece: UnsafeMutableRawBufferPointer) throws(CollectError) -> Int {
        var filled = 0
        while filled < piece.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: piece[filled...])
            let count = Glibc.read(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(name) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    private static func failure(_ name: String) -> CollectError {
        .unreadable(file: name, reason: String(cString: strerror(errno)))
    }
}
