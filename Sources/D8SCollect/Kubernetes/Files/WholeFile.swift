import D8SModel
import Glibc

/// A file read as a whole, decompressed if it is compressed by gzip.
enum WholeFile {
    /// The bytes; a file with more than `limit` of them, decompressed, is `CollectError.unusable`.
    static func bytes(_ path: String, limit: Int) throws(CollectError) -> [UInt8] {
        let file = try FileBytes(path: path)
        var bytes: [UInt8] = []
        var inflater: Inflater?
        var isFirst = true
        func take(_ piece: UnsafeBufferPointer<UInt8>) throws(CollectError) {
            guard bytes.count + piece.count <= limit else {
                throw .unusable(
                    what: path,
                    reason: "it has more than \(limit >> 20) MB",
                    mend: "Split it, or allow more with `body_limit`."
                )
            }
            bytes.append(contentsOf: piece)
        }
        try file.read { (piece) throws(CollectError) in
            if isFirst, piece.starts(with: [0x1F, 0x8B]) { inflater = try Inflater(file: path) }
            isFirst = false
            if let inflater { try inflater.feed(piece, take) } else { try take(piece) }
        }
        try inflater?.finish(take)
        return bytes
    }

    /// When the file was last changed; nil if the system does not say.
    static func changed(_ path: String) -> Instant? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let seconds = Instant(seconds: Int64(status.st_mtim.tv_sec))
        return seconds.adding(seconds: Double(status.st_mtim.tv_nsec) / 1e9)
    }
}
