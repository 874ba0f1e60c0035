/// Reads RFC 4180 text with a header in pieces of any size.
///
/// Lines end with LF, CRLF or CR; blank lines are passed over; a quote inside a field that does not
/// begin with one stands for itself. A row whose quoting is broken takes no other row with it: only
/// its first line is given up, and reading goes on with the line after it.
struct CSVParser {
    private enum State {
        case rowStart, afterReturn, fieldStart, plain, quoted, quoteSeen, skipping
    }

    /// The names of the first row; empty until it has been read.
    private(set) var header: [String] = []
    private let file: String
    private var row = RawRow()
    private var state = State.rowStart
    private var line = 1
    private var fieldStart = 0
    /// The last byte inside quotes was CR, whose LF is of the same line end.
    private var isAfterQuotedReturn = false
    /// Raw bytes since the second line of a row that spans lines, to read them again if it is bad.
    private var replay: [UInt8] = []
    private var isSpanning = false
    /// How reading again begins: the LF of a CRLF is no blank line.
    private var spanState = State.rowStart
    private var rereads = 0

    init(file: String) {
        self.file = file
    }

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: RowSink
    ) throws(CollectError) {
        var position = 0
        var spanStart = 0
        while position < bytes.count {
            let wasSpanning = isSpanning
            let fault = try step(bytes, &position, sink)
            if isSpanning, !wasSpanning { spanStart = position }
            if let fault {
                if isSpanning { replay.append(contentsOf: bytes[spanStart..<position]) }
                spanStart = position
                try give(up: fault, sink)
            }
        }
        if isSpanning {
            replay.append(contentsOf: bytes[min(spanStart, bytes.count)...])
        }
    }

    /// Says that there are no more bytes.
    mutating func finish(_ sink: RowSink) throws(CollectError) {
        switch state {
        case .rowStart, .afterReturn: break
        case .fieldStart, .plain, .quoteSeen:
            endField()
            try endRow(sink)
        case .skipping: try endRow(sink)
        case .quoted:
            try give(up: "its quote is not closed by the end of the file", sink)
            try finish(sink)
        }
        state = .rowStart
    }

    /// Reads on until the state may change; returns what is wrong if the row cannot be read.
    @inline(__always)
    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ position: inout Int,
        _ sink: RowSink
    ) throws(CollectError) -> String? {
        let byte = bytes[position]
        switch state {
        case .rowStart:
            startRow(byte, &position)
        case .afterReturn:
            if byte == .newline { position += 1 }
            state = .rowStart
        case .fieldStart:
            state = byte == .quote ? .quoted : .plain
            if byte == .quote { position += 1 }
        case .plain:
            let start = position
            while position < bytes.count, !bytes[position].endsPlainField { position += 1 }
            row.bytes.append(contentsOf: bytes[start..<position])
            if isTooLong { return tooLong }
            if position < bytes.count { try endPlain(bytes[position], &position, sink) }
        case .quoted:
            return readQuoted(bytes, &position)
        case .quoteSeen:
            return try afterQuote(byte, &position, sink)
        case .skipping:
            while position < bytes.count, !bytes[position].endsLine { position += 1 }
            if position < bytes.count { try endLine(bytes[position], &position, sink) }
        }
        return nil
    }

    private mutating func startRow(_ byte: UInt8, _ position: inout Int) {
        if byte.endsLine {
            line += 1
            position += 1
            state = byte == .carriageReturn ? .afterReturn : .rowStart
        } else {
            row.reset(line: line)
            fieldStart = 0
            state = .fieldStart
        }
    }

    private mutating func endPlain(
        _ byte: UInt8,
        _ position: inout Int,
        _ sink: RowSink
    ) throws(CollectError) {
        endField()
        if byte == .comma {
            position += 1
            state = .fieldStart
        } else {
            try endLine(byte, &position, sink)
        }
    }

    private mutating func endLine(
        _ byte: UInt8,
        _ position: inout Int,
        _ sink: RowSink
    ) throws(CollectError) {
        position += 1
        line += 1
        state = byte == .carriageReturn ? .afterReturn : .rowStart
        try endRow(sink)
    }

    private mutating func readQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ position: inout Int
    ) -> String? {
        let start = position
        while position < bytes.count, !bytes[position].stopsQuoted { position += 1 }
        if position > start { isAfterQuotedReturn = false }
        row.bytes.append(contentsOf: bytes[start..<position])
        if isTooLong { return tooLong }
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        position += 1
        if byte == .quote {
            state = .quoteSeen
            isAfterQuotedReturn = false
        } else {
            row.bytes.append(byte)
            countQuotedLine(byte)
        }
        return nil
    }

    /// A row spans lines from the first byte of its second line on.
    private mutating func countQuotedLine(_ byte: UInt8) {
        let isSecondHalf = byte == .newline && isAfterQuotedReturn
        if !isSecondHalf { line += 1 }
        isAfterQuotedReturn = byte == .carriageReturn
        if !isSpanning { spanState = isAfterQuotedReturn ? .afterReturn : .rowStart }
        isSpanning = true
    }

    private mutating func afterQuote(
        _ byte: UInt8,
        _ position: inout Int,
        _ sink: RowSink
    ) throws(CollectError) -> String? {
        if byte == .quote {
            row.bytes.append(byte)
            position += 1
            state = .quoted
        } else if byte.endsPlainField {
            try endPlain(byte, &position, sink)
        } else {
            return "text follows a closing quote (inside quotes, a quote is written twice)"
        }
        return nil
    }

    private var isTooLong: Bool {
        row.bytes.count - fieldStart > RawRow.fieldLimit || row.bytes.count > RawRow.rowLimit
            || replay.count > RawRow.rowLimit
    }

    private var tooLong: String { "is longer than 1 MB in one field or 4 MB in all" }

    private mutating func endField() {
        if row.fields.count < RawRow.countLimit {
            row.fields.append(fieldStart..<row.bytes.count)
        } else {
            row.fault = "has more than \(RawRow.countLimit) fields"
        }
        fieldStart = row.bytes.count
    }

    /// Reports the row; then its own further lines are read again, each on its own.
    private mutating func give(up fault: String, _ sink: RowSink) throws(CollectError) {
        row.fault = fault
        row.bytes.removeAll()
        guard isSpanning, rereads < 64 else {
            state = .skipping
            fieldStart = 0
            return
        }
        let again = replay
        line = row.line + 1
        state = spanState
        try endRow(sink)
        rereads += 1
        defer { rereads -= 1 }
        try again.withUnsafeBufferPointer { (bytes) throws(CollectError) in
            try feed(bytes, sink)
        }
    }

    private mutating func endRow(_ sink: RowSink) throws(CollectError) {
        isSpanning = false
        isAfterQuotedReturn = false
        replay.removeAll(keepingCapacity: replay.capacity < 1 << 20)
        guard !header.isEmpty else { return try takeHeader() }
        if row.fault == nil, row.fields.count != header.count {
            if row.isBlank { return }
            row.fault = "has \(row.fields.count) fields where the header has \(header.count)"
        }
        try sink(row, header)
    }

    private mutating func takeHeader() throws(CollectError) {
        if row.isBlank { return }
        if let fault = row.fault {
            throw .badHeader(file: file, line: row.line, reason: fault)
        }
        for field in row.fields {
            guard let name = String(validating: row.bytes[field], as: UTF8.self) else {
                throw .badHeader(file: file, line: row.line, reason: "it is not UTF-8")
            }
            header.append(name.trimmedOfSpaces)
        }
    }
}
