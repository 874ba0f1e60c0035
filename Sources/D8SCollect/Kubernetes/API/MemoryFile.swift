import Glibc

/// Bytes that programs read as a file, held in memory only: keys and tokens out of a kubeconfig,
/// which must not be left on a disk.
final class MemoryFile: Sendable {
    private let descriptor: Int32

    /// Valid in this process, as long as the object lives; readable by its owner only.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// - Throws: `CollectError.unreadable` if the system gives no memory or no descriptor.
    init(_ bytes: [UInt8]) throws(CollectError) {
        descriptor = Self.open()
        let isWritten = descriptor >= 0 && bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
        guard isWritten else {
            throw .unreadable(file: "a file in memory", reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Shared memory whose name is gone at once.
    private static func open() -> Int32 {
        let name = "/d8s-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        shm_unlink(name)
        return descriptor
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }
}
