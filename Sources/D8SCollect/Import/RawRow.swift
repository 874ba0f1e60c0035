/// The fields of one row as bytes, unescaped; the same storage serves all rows of a file.
struct RawRow {
    /// The contents of the fields, end to end.
    var bytes: [UInt8] = []
    /// Where each field of the header stands in `bytes`; empty for one that is missing.
    var fields: [Range<Int>] = []
    /// The physical line on which the row begins, from 1.
    var line = 1
    /// True if later rows may bring more columns.
    var isOpen = false
    /// What is wrong with the row as a whole; nil if it is well formed.
    var fault: String?

    /// Longest field, in bytes, that is taken.
    static let fieldLimit = 1_000_000
    /// Longest row, in bytes, that is taken.
    static let rowLimit = 4_000_000
    /// Most fields of a row.
    static let countLimit = 4096

    mutating func reset(line: Int) {
        bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20)
        fields.removeAll(keepingCapacity: true)
        self.line = line
        fault = nil
    }

    /// True if it is but spaces in a single field.
    var isBlank: Bool {
        fields.count == 1 && bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 9 }
    }
}

/// Receives each row with the names of its fields.
typealias RowSink = (RawRow, [String]) throws(CollectError) -> Void
