/// Reads one JSON object per line in pieces of any size.
///
/// The keys met so far are the header; nested objects give keys such as `commit.id`. A line that is
/// no object is a bad row; blank lines are passed over.
struct JSONLinesParser {
    private(set) var header: [String] = []
    private var columns: [String: Int] = [:]
    /// Where a key stood in the line before: most files repeat their keys in the same order.
    private var guesses: [(key: [UInt8], column: Int)] = []
    private var row = RawRow(isOpen: true)
    private var carried: [UInt8] = []
    private var isSkipping = false
    private var line = 1

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: RowSink
    ) throws(CollectError) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .newline)
            let piece = UnsafeBufferPointer(rebasing: bytes[start..<(end ?? bytes.count)])
            if let end, carried.isEmpty, !isSkipping {
                try read(piece, sink)
                start = end + 1
                continue
            }
            carry(piece)
            if end != nil { try endCarried(sink) }
            start = (end ?? bytes.count) + 1
        }
    }

    /// Says that there are no more bytes.
    mutating func finish(_ sink: RowSink) throws(CollectError) {
        if !carried.isEmpty || isSkipping { try endCarried(sink) }
    }

    private mutating func carry(_ piece: UnsafeBufferPointer<UInt8>) {
        if carried.count + piece.count > RawRow.rowLimit {
            isSkipping = true
            carried.removeAll()
        }
        if !isSkipping { carried.append(contentsOf: piece) }
    }

    private mutating func endCarried(_ sink: RowSink) throws(CollectError) {
        if isSkipping {
            isSkipping = false
            row.reset(line: line)
            row.fault = "is longer than 4 MB"
            line += 1
            return try sink(row, header)
        }
        let whole = carried
        carried.removeAll(keepingCapacity: carried.capacity < 1 << 20)
        try whole.withUnsafeBufferPointer { (bytes) throws(CollectError) in
            try read(bytes, sink)
        }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: RowSink
    ) throws(CollectError) {
        defer { line += 1 }
        guard bytes.contains(where: { !$0.isBlank && $0 != .carriageReturn }) else { return }
        row.reset(line: line)
        row.fields.append(contentsOf: repeatElement(0..<0, count: header.count))
        var reader = JSONObjectReader(bytes)
        var position = 0
        var output: [UInt8] = []
        swap(&output, &row.bytes)
        row.fault = reader.read(into: &output) { key, value in
            defer { position += 1 }
            return place(key, value, at: position)
        }
        swap(&output, &row.bytes)
        try sink(row, header)
    }

    /// Puts a value into its column; returns what is wrong with it.
    private mutating func place(
        _ key: ArraySlice<UInt8>,
        _ value: Range<Int>,
        at position: Int
    ) -> String? {
        if value.count > RawRow.fieldLimit { return "has a value longer than 1 MB" }
        guard let column = column(of: key, at: position) else { return nil }
        guard row.fields[column].isEmpty else { return "has the key \(header[column]) twice" }
        row.fields[column] = value
        return nil
    }

    /// The column of a key, a new one if need be; nil for a key that cannot be anybody's column.
    private mutating func column(of key: ArraySlice<UInt8>, at position: Int) -> Int? {
        if position < guesses.count, guesses[position].key.elementsEqual(key) {
            return guesses[position].column
        }
        guard let name = String(validating: key, as: UTF8.self) else { return nil }
        let found = columns[name] ?? newColumn(name)
        if let found {
            if position < guesses.count {
                guesses[position] = (Array(key), found)
            } else if position == guesses.count {
                guesses.append((Array(key), found))
            }
        }
        return found
    }

    private mutating func newColumn(_ name: String) -> Int? {
        guard header.count < 1000, name.utf8.count <= 1000 else { return nil }
        header.append(name)
        row.fields.append(0..<0)
        columns[name] = header.count - 1
        return header.count - 1
    }
}
