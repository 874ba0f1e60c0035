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
            try note(line, at: start)
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
        var end = try scanner.scan(bytes, from: start)
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let hash = LineMemory.hash(text)
        var number = memory.find(text, hash, after: previous)
        if number == 0 { number = try remember(text, hash, bytes) }
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

    /// Learns the series that the scanner has just read.
    private mutating func remember(
        _ text: UnsafeBufferPointer<UInt8>,
        _ hash: UInt32,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ExpositionSlip) -> Int {
        let original = try scanner.series(bytes)
        let offset = scanner.name?.bytes.lowerBound ?? 0
        let series: Series?
        do throws(ExpositionRefusal) {
            series = try options.relabel(original)
        } catch {
            throw ExpositionSlip(offset: offset, reason: error.reason)
        }
        let before = builder.seriesCount
        var number: Int?
        if let series { number = builder.number(of: series) }
        page.newSeries += builder.seriesCount - before
        let line = KnownLine.sample(
            series: number,
            original: isStrict ? originals.number(of: original) : 0
        )
        lines.append(line)
        if isStrict { facts.append(nil) }
        return memory.add(text, hash, after: previous)
    }

    private mutating func readComment(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) throws(ExpositionSlip) -> Int {
        let end = bytes.lineEnd(from: start) ?? bytes.count - 1
        let text = UnsafeBufferPointer(rebasing: bytes[start...end])
        let hash = LineMemory.hash(text)
        let known = memory.find(text, hash, after: previous)
        if known != 0, case .family(let line) = lines[known] {
            previous = known
            try note(line, at: start)
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
            lines.append(.family(familyLines.count))
            if isStrict { facts.append(nil) }
            learn(descriptor, bytes)
            previous = memory.add(text, hash, after: previous)
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
