/// Knows rows again, word for word, among the first two million of an export.
struct RowMemory {
    private var hashes: [UInt64] = Array(repeating: 0, count: 1 << 10)
    /// For each hash, the number of the file that had the row first.
    private var files: [UInt16] = Array(repeating: 0, count: 1 << 10)
    private var count = 0
    private static let limit = 1 << 21

    /// Whether it holds all the rows that it can.
    var isFull: Bool { count >= Self.limit }

    /// Remembers a row of a file.
    ///
    /// - Returns: The file that had it before; nil if none did.
    @inline(__always)
    mutating func sees(_ row: UnsafeBufferPointer<UInt8>, of file: UInt16) -> UInt16? {
        let hash = max(1, ByteHash.wide(UnsafeRawBufferPointer(row)).0)
        let place = self.place(of: hash)
        if hashes[place] == hash { return files[place] }
        guard !isFull else { return nil }
        hashes[place] = hash
        files[place] = file
        count += 1
        if count * 2 > hashes.count { grow() }
        return nil
    }

    /// Where the hash stands, or would.
    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        let mask = hashes.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldHashes, oldFiles) = (hashes, files)
        hashes = Array(repeating: 0, count: oldHashes.count * 2)
        files = Array(repeating: 0, count: oldHashes.count * 2)
        for (old, hash) in oldHashes.enumerated() where hash != 0 {
            let place = self.place(of: hash)
            hashes[place] = hash
            files[place] = oldFiles[old]
        }
    }
}
