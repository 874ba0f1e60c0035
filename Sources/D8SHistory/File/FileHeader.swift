/// What the first 100 bytes of a file say about it (https://www.sqlite.org/fileformat2.html §1.3).
struct FileHeader {
    /// Bytes that an SQLite database begins with.
    static let length = 100
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Which program the database belongs to; 0 if nobody said.
    let applicationID: UInt32
    let isUTF8: Bool

    /// Nil if the bytes do not begin a database.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.length, bytes.starts(with: Self.magic) else { return nil }
        func number(at offset: Int) -> UInt32 {
            bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        applicationID = number(at: 68)
        // 0 stands in a database without a table.
        isUTF8 = number(at: 56) <= 1
    }
}
