/// Cuts a text of JSON objects into them, in pieces of any size: one on each line, in one or more
/// arrays, or one after the other over many lines.
///
/// Where the first object ends on its own line, every object has to, so that a broken one takes no
/// other with it.
struct JSONValueSplitter {
    /// Longest object, in bytes, that is taken.
    static let sizeLimit = 4 << 20

    typealias Sink = (_ object: [UInt8], _ line: Int) throws(CollectError) -> Void

    private var object: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// Whether the object spans lines.
    private var isSpanning = false
    /// Whether each object has to end on its line; nil before the first has ended.
    private var isByLine: Bool?
    private var line = 1
    private var firstLine = 1

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: Sink
    ) throws(CollectError) {
        for byte in bytes {
            if byte == .newline {
                try endLine(sink)
            } else if object.isEmpty {
                begin(byte)
            } else {
                try take(byte, sink)
            }
        }
    }

    /// Says that there are no more bytes.
    mutating func finish(_ sink: Sink) throws(CollectError) {
        if !object.isEmpty { try end(sink) }
    }

    /// Between objects, brackets and commas of arrays and white space are passed over; anything else
    /// begins an object, which is then none.
    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0...0x20, .comma, UInt8(ascii: "["), UInt8(ascii: "]"): return
        default: break
        }
        firstLine = line
        object.append(byte)
        depth = byte == UInt8(ascii: "{") ? 1 : 0
        isInString = false
        isEscaped = false
        isSpanning = false
    }

    private mutating func take(_ byte: UInt8, _ sink: Sink) throws(CollectError) {
        let isFirstOfLine = isByLine == nil && isSpanning && object.last == .newline
        if isFirstOfLine, depth == 1, byte == UInt8(ascii: "{") {
            isByLine = true
            try end(sink)
            return begin(byte)
        }
        if object.count <= Self.sizeLimit { object.append(byte) }
        if isEscaped {
            isEscaped = false
        } else if isInString {
            isEscaped = byte == UInt8(ascii: "\\")
            isInString = byte != .quote
        } else {
            try takePlain(byte, sink)
        }
    }

    private mutating func takePlain(_ byte: UInt8, _ sink: Sink) throws(CollectError) {
        switch byte {
        case .quote: isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
            depth -= 1
            guard depth == 0 else { return }
            isByLine = isByLine ?? !isSpanning
            try end(sink)
        default: break
        }
    }

    private mutating func endLine(_ sink: Sink) throws(CollectError) {
        if !object.isEmpty {
            if isByLine == true || depth <= 0 || isInString {
                try end(sink)
            } else {
                isSpanning = true
                if object.count <= Self.sizeLimit { object.append(.newline) }
            }
        }
        line += 1
    }

    private mutating func end(_ sink: Sink) throws(CollectError) {
        let whole = object
        object.removeAll(keepingCapacity: object.capacity < 1 << 20)
        depth = 0
        try sink(whole, firstLine)
    }
}
