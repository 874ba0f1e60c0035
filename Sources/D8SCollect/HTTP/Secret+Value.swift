import Glibc

extension Secret {
    /// How long a secret's file may be.
    package static let sizeLimit = 64 << 10

    /// The secret itself, read anew each time, so that one that was renewed counts at once.
    ///
    /// White space and line ends at its end are no part of it.
    ///
    /// - Throws: `CollectError.secretMissing` if it is not there, empty, too long, or no text. One
    ///   of several lines, such as a key, is text; a header refuses it.
    package func value() throws(CollectError) -> String {
        let bytes =
            switch self {
            case .environment(let name): try variable(name)
            case .file(let path): try contents(path)
            }
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        guard end > 0 else { throw missing("it is empty") }
        let isPlain = bytes[..<end].allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
        guard isPlain, let text = String(validating: bytes[..<end], as: UTF8.self) else {
            throw missing("it holds control characters or is no UTF-8")
        }
        return text
    }

    private func variable(_ name: String) throws(CollectError) -> [UInt8] {
        guard let value = getenv(name) else { throw missing("there is no such variable") }
        return Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
    }

    /// A pipe without a writer is no reason to wait.
    private func contents(_ path: String) throws(CollectError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw missing(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw missing(String(cString: strerror(errno))) }
            if count == 0 { break }
            filled += count
        }
        guard filled <= Self.sizeLimit else { throw missing("it is longer than 64 KiB") }
        return Array(bytes[..<filled])
    }

    private func missing(_ reason: String) -> CollectError {
        .secretMissing(secret: self, reason: reason)
    }
}
