import CEmbedded

/// The templates and assets inside the binary.
enum Embedded {
    /// Bytes by path (`templates/executive.mustache`).
    static func files() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var index = 0
        while let file = d8s_embedded_file_at(index)?.pointee {
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            files[String(cString: file.path)] = Array(bytes)
            index += 1
        }
        return files
    }
}
