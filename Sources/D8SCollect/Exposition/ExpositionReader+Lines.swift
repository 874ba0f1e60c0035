import D8SModel

extension ExpositionReader {
    /// Reads the line at `start`; returns the index of the next one.
    @inline(__always)
    mutating func readLine(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) throws(ExpositionSlip) -> Int {
        let known = memory.successor(of: previous, in: bytes, at: start)
        guard known.number != 0, !hasEnded else { return try readUnknown(bytes, start) }
        let end = start + known.length
        switch lines[known.number] {
        case .sample(let series, let original):
            let next = bytes[min(end + 1, bytes.count - 1)]
            guard bytes[end] == .space, !next.isBlank, next != .leftBrace else {
                return try readUnknown(bytes, start)
            }
            previous = known.number
            return try readSample(bytes, start, end + 1, series, original)
        case .family(let line):
            previous = known.number
            try note(Int(line), at: start)
            return end
        case .start:
            return try readUnknown(bytes, start)
        }
    }

    /// Reads a line that does not begin as the one that was expected.
    private mutating func readUnknown(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ line: Int
    ) throws(ExpositionSlip) -> Int {
        if hasEnded { throw ExpositionSlip(offset: line, reason: "there is more behind # EOF") }
        let length = (bytes.lineEnd(from: line) ?? line) - line
        guard length < Self.lineLimit else { throw Self.tooLong(at: line) }
        let start = isOpenMetrics ? line : bytes.skippingBlanks(from: line)
        if bytes[start] == .newline {
            guard isOpenMetrics else { return start + 1 }
            throw ExpositionSlip(offset: start, reason: "the line is empty")
        }
        if bytes[start] == .hash { return try readComment(bytes, start) }
        let before = builder.seriesCount
        let plain = scanPlain(bytes, from: start, length: length)
        var end = if let plain { plain.end } else { try scanner.scan(bytes, from: start) }
        let series = if let plain { plain.number } else { number(of: try scanner.key(bytes)) }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let name = plain == nil ? scanner.name?.bytes.lowerBound : start
        let number = try learn(text, of: series, at: name ?? start)
        page.newSeries += builder.seriesCount - before
        previous = number
        if isOpenMetrics {
            guard bytes[end] == .space else {
                throw ExpositionSlip(offset: end, reason: "there is no space before the value")
            }
            end += 1
        } else {
            end = bytes.skippingBlanks(from: end)
        }
        guard case .sample(let series, let original) = lines[number] else { return end }
        return try readSample(bytes, line, end, series, original)
    }

    @inline(__always)
    private mutating func scanPlain(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        length: Int
    ) -> (number: Int, end: Int)? {
        options.relabel == nil
            ? plain.scan(bytes, from: start, length: length, in: &builder.numbers)
            : plain.scan(bytes, from: start, length: length, in: &originals)
    }

    private mutating func number(of key: [UInt8]) -> Int {
        options.relabel == nil ? builder.numbers.number(of: key) : originals.number(of: key)
    }

    /// The number of a text that names the series of this number.
    @inline(__always)
    private mutating func learn(
        _ text: UnsafeBufferPointer<UInt8>,
        of series: Int,
        at start: Int
    ) throws(ExpositionSlip) -> Int {
        let known = memory.latest(of: series)
        if known != 0, memory.isText(known, text) {
            memory.note(known, after: previous)
            return known
        }
        let line = try known != 0 ? lines[known] : line(of: series, at: start)
        lines.append(line)
        if isStrict { facts.append(nil) }
        return memory.add(text, of: series, after: previous)
    }

    /// What the lines of a series are that was not met before.
    @inline(__always)
    private mutating func line(
        of series: Int,
        at start: Int
    ) throws(ExpositionSlip) -> KnownLine {
        let original = Int32(truncatingIfNeeded: series)
        guard let relabel = options.relabel else {
            return .sample(series: original, original: original)
        }
        do throws(ExpositionRefusal) {
            guard let stored = try relabel(originals.series(series)) else {
                return .sample(series: nil, original: original)
            }
            let number = builder.numbers.number(of: stored.key)
            return .sample(series: Int32(truncatingIfNeeded: number), original: original)
        } catch {
            throw ExpositionSlip(offset: start, reason: error.reason)
        }
    }

    private mutating func readComment(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) throws(ExpositionSlip) -> Int {
        let end = bytes.lineEnd(from: start) ?? bytes.count - 1
        let text = UnsafeBufferPointer(rebasing: bytes[start...end])
        let known = memory.find(comment: text, after: previous)
        if known != 0, case .family(let line) = lines[known] {
            previous = known
            try note(Int(line), at: start)
            return end + 1
        }
        let scanner = DescriptorScanner(isOpenMetrics: isOpenMetrics)
        switch try scanner.scan(bytes, start..<end) {
        case .comment: break
        case .end:
            hasEnded = true
            if isStrict, let fault = rules.finish() {
                throw ExpositionSlip(offset: start, reason: fault)
            }
        case .descriptor(let descriptor):
            lines.append(.family(Int32(truncatingIfNeeded: familyLines.count)))
            if isStrict { facts.append(nil) }
            learn(descriptor, bytes)
            previous = memory.add(comment: text, after: previous)
            try note(familyLines.count - 1, at: start)
        }
        return end + 1
    }

    /// Keeps what a new line says of a family.
    private mutating func learn(_ descriptor: Descriptor, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard descriptor.family.isEscaped else {
            let name = UnsafeBufferPointer(rebasing: bytes[descriptor.family.bytes])
            return learn(descriptor.fact, of: name)
        }
        SeriesScanner.text(bytes, descriptor.family).withUnsafeBufferPointer {
            learn(descriptor.fact, of: $0)
        }
    }

    private mutating func learn(_ fact: Descriptor.Fact, of name: UnsafeBufferPointer<UInt8>) {
        let line = FamilyLine(
            family: notes.number(of: name),
            name: isStrict ? rules.number(ofName: name) : 0,
            fact: fact
        )
        familyLines.append(line)
    }

    /// Takes note of the family line of this number, which was read last.
    @inline(__always)
    private mutating func note(_ line: Int, at start: Int) throws(ExpositionSlip) {
        notes.note(familyLines[line], previous)
        guard isStrict else { return }
        if let fault = rules.add(familyLines[line].rule, ofName: familyLines[line].name) {
            throw ExpositionSlip(offset: start, reason: fault)
        }
    }
}
