/// Reads the part of a sample's line that names its series: `name{label="value"}`, or
/// `{"name", label="value"}` as Prometheus 3 writes names that are no identifiers.
///
/// The line has to end with a line feed: no name, blank or quoted text goes beyond it.
struct SeriesScanner {
    /// Text in the line, without its quotes.
    struct Part {
        var bytes: Range<Int>
        /// Whether it has backslashes.
        var isEscaped = false
    }

    /// Exactly one blank between parts and none inside (OpenMetrics).
    let isOpenMetrics: Bool
    /// No comma behind the last label (OpenMetrics' grammar; Prometheus allows one).
    let isStrict: Bool
    private(set) var name: Part?
    var labels: [(name: Part, value: Part)] = []

    init(isOpenMetrics: Bool, isStrict: Bool) {
        self.isOpenMetrics = isOpenMetrics
        self.isStrict = isStrict
    }

    /// Reads the series that begins at `start`; returns the index behind it.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) throws(ExpositionSlip) -> Int {
        name = nil
        labels.removeAll(keepingCapacity: true)
        var end = start
        if bytes[start].beginsMetricName {
            end = bytes.metricNameEnd(from: start)
            name = Part(bytes: start..<end)
        }
        let brace = blanks(bytes, end)
        if bytes[brace] == .leftBrace { end = try braces(bytes, brace + 1) }
        guard name != nil else {
            throw ExpositionSlip(offset: start, reason: "there is no metric name")
        }
        return end
    }

    /// Reads `{label="value"}` alone, as an exemplar has it.
    mutating func scanLabels(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) throws(ExpositionSlip) -> Int {
        name = Part(bytes: start..<start)
        labels.removeAll(keepingCapacity: true)
        guard bytes[start] == .leftBrace else {
            throw ExpositionSlip(offset: start, reason: "an exemplar has to begin with {")
        }
        return try braces(bytes, start + 1)
    }

    /// Reads a metric name in quotes.
    func quotedName(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: inout Int
    ) throws(ExpositionSlip) -> Part {
        let part = try Self.quoted(bytes, &i)
        guard !part.bytes.isEmpty else {
            throw ExpositionSlip(offset: i, reason: "the metric name is empty")
        }
        return part
    }

    @inline(__always)
    private func blanks(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        Self.blanks(bytes, i, isOpenMetrics)
    }

    @inline(__always)
    private static func blanks(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: Int,
        _ isOpenMetrics: Bool
    ) -> Int {
        isOpenMetrics ? i : bytes.skippingBlanks(from: i)
    }

    /// Reads from behind the opening brace to behind the closing one.
    private mutating func braces(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) throws(ExpositionSlip) -> Int {
        var i = blanks(bytes, start)
        while bytes[i] != .rightBrace {
            i = blanks(bytes, try entry(bytes, i))
            if bytes[i] == .comma {
                i = blanks(bytes, i + 1)
                if isOpenMetrics, isStrict, bytes[i] == .rightBrace {
                    throw ExpositionSlip(offset: i, reason: "a label has to follow the comma")
                }
            } else if bytes[i] != .rightBrace, isOpenMetrics || bytes[i].endsLine {
                throw ExpositionSlip(offset: i, reason: "the labels go on without , or }")
            }
        }
        return i + 1
    }

    /// Reads `label="value"`, or a quoted metric name.
    private mutating func entry(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) throws(ExpositionSlip) -> Int {
        var i = start
        let isQuoted = bytes[start] == .quote
        let key = isQuoted ? try Self.quoted(bytes, &i) : try Self.labelName(bytes, &i)
        i = blanks(bytes, i)
        if isQuoted, bytes[i] == .comma || bytes[i] == .rightBrace {
            guard name == nil else {
                throw ExpositionSlip(offset: start, reason: "there are two metric names")
            }
            name = key
            return i
        }
        guard bytes[i] == .equals else {
            throw ExpositionSlip(offset: i, reason: "there is no = behind the label's name")
        }
        i = blanks(bytes, i + 1)
        guard bytes[i] == .quote else {
            throw ExpositionSlip(offset: i, reason: "the label's value is not in quotes")
        }
        let value = try Self.quoted(bytes, &i)
        labels.append((key, value))
        return i
    }

    @inline(__always)
    private static func labelName(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: inout Int
    ) throws(ExpositionSlip) -> Part {
        let begin = i
        guard bytes[i].beginsLabelName else {
            throw ExpositionSlip(offset: i, reason: "there is no label name")
        }
        while bytes[i].isInLabelName { i += 1 }
        return Part(bytes: begin..<i)
    }

    @inline(__always)
    private static func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: inout Int
    ) throws(ExpositionSlip) -> Part {
        let begin = i + 1
        i = bytes.plainTextEnd(from: begin)
        let part = Part(bytes: begin..<i)
        guard bytes[i] == .quote else { return try unusual(bytes, &i, from: begin) }
        i += 1
        return part
    }

    /// Reads quoted text with escapes or beyond ASCII.
    private static func unusual(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: inout Int,
        from begin: Int
    ) throws(ExpositionSlip) -> Part {
        var isEscaped = false
        var isASCII = true
        while bytes[i] != .quote {
            if bytes[i] == .backslash {
                isEscaped = true
                i += 1
            }
            guard bytes[i] != .newline else {
                throw ExpositionSlip(offset: begin - 1, reason: "the quotes are not closed")
            }
            if bytes[i] >= 0x80 { isASCII = false }
            i = bytes.plainTextEnd(from: i + 1)
        }
        guard isASCII || bytes.isUTF8(begin..<i) else {
            throw ExpositionSlip(offset: begin, reason: "the text is not UTF-8")
        }
        i += 1
        return Part(bytes: begin..<i - 1, isEscaped: isEscaped)
    }
}
