import Glibc

/// The folder under which a host's `proc` and `sys` lie: empty for this machine itself.
struct HostFolder: Hashable, Sendable {
    /// Absolute, without a slash at its end.
    let path: String

    /// No file of the kernel's is longer; what follows in another one is not read.
    private static let limit = 4 << 20

    init(_ path: String) {
        self.path = path == "/" ? "" : path
    }

    /// Where the network's files lie: beside another root those of its first process, since
    /// `proc/net` is always the reader's own network.
    var network: String {
        let ofFirst = "proc/1/net"
        return path.isEmpty || access("\(path)/\(ofFirst)/dev", R_OK) != 0 ? "proc/net" : ofFirst
    }

    /// The lines of a file, each as its words; nil if it cannot be read.
    func lines(_ file: String) -> [[String]]? {
        bytes(file).map { bytes in
            bytes.split(separator: .newline).map { line in
                line.split(whereSeparator: \.isBlank).map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }

    /// The lines of a file; one that cannot be read is noted with what goes without it.
    func lines(_ file: String, for what: String, _ page: inout HostPage) -> [[String]] {
        if let lines = lines(file) { return lines }
        let reason = String(cString: strerror(errno))
        page.note("\(path)/\(file) cannot be read: \(reason). \(what) is left out.")
        return []
    }

    /// The first line of a file that holds one value, without blanks around it.
    func text(_ file: String) -> String? {
        bytes(file).map { bytes in
            String(decoding: bytes.prefix { !$0.endsLine }.trimmedOfBlanks, as: UTF8.self)
        }
    }

    /// The names in a folder, in the order of their bytes; none if it cannot be read.
    func names(in folder: String) -> [String] {
        guard let entries = opendir("\(path)/\(folder)") else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a file; nil, with `errno` set, if it cannot be read.
    private func bytes(_ file: String) -> [UInt8]? {
        let descriptor = open("\(path)/\(file)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < Self.limit {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += piece.prefix(count)
        }
        return bytes
    }
}
