import CZlib
import Glibc

/// What tells whether the files of an export have changed.
///
/// Their names, sizes, times and places on the disk; where those are others, the digest of their
/// bytes tells whether more than that has changed, as when a file was touched or copied.
struct CostFileMark {
    private let files: [String]
    private let places: String

    init(_ files: [String]) throws(CollectError) {
        self.files = files
        places = files.map(Self.place).joined(separator: "\n")
    }

    /// What is kept of an export that was read: its digest, and its files as they are now.
    func text() throws(CollectError) -> String {
        try digest() + "\n" + places
    }

    /// Compares with what was kept.
    ///
    /// - Returns: What to keep instead; nil if the bytes are others, or nothing was kept.
    func renewed(_ kept: String?) throws(CollectError) -> String? {
        guard let kept else { return nil }
        if kept == places || kept.hasSuffix("\n" + places) { return kept }
        let digest = try digest()
        return kept.hasPrefix(digest + "\n") ? digest + "\n" + places : nil
    }

    /// CRC-32 and Adler-32 of the bytes of all files, with their length.
    private func digest() throws(CollectError) -> String {
        var (first, second): (UInt, UInt) = (0, 1)
        var count = 0
        for file in files {
            let bytes = try FileBytes(path: file)
            try bytes.read { (piece) throws(CollectError) in
                let length = UInt32(clamping: piece.count)
                first = crc32(first, piece.baseAddress, length)
                second = adler32(second, piece.baseAddress, length)
                count += piece.count
            }
        }
        return "bytes \(count) \(first) \(second)"
    }

    private static func place(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return path }
        let time = status.st_mtim
        return "\(path) \(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)"
    }
}
