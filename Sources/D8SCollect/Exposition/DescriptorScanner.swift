import D8SModel

/// Reads lines that begin with `#`.
struct DescriptorScanner {
    let isOpenMetrics: Bool

    enum Line {
        case descriptor(Descriptor)
        /// In text 0.0.4 any other comment.
        case comment
        /// `# EOF` of OpenMetrics.
        case end
    }

    /// Reads the line from the `#` at `start` to its line feed at `end`.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ line: Range<Int>
    ) throws(ExpositionSlip) -> Line {
        if isOpenMetrics, bytes[line].elementsEqual(ExpositionFormat.end) { return .end }
        var i = blanks(bytes, line.lowerBound + 1)
        let keyword = keyword(bytes, &i)
        let isSpaced = !isOpenMetrics || bytes[line.lowerBound + 1] == .space
        guard let keyword, bytes[i].isBlank, isSpaced,
            isOpenMetrics || keyword != .unit
        else {
            guard isOpenMetrics else { return .comment }
            let reason = "a line with # has to be TYPE, UNIT, HELP or EOF"
            throw ExpositionSlip(offset: line.lowerBound, reason: reason)
        }
        i = blanks(bytes, i)
        let family = try name(bytes, &i)
        let rest = try rest(bytes, i..<line.upperBound)
        let fact = try fact(keyword, bytes, rest, of: family)
        return .descriptor(Descriptor(family: family, fact: fact))
    }

    private enum Keyword {
        case type, help, unit
    }

    /// One blank in OpenMetrics, which has to be a space; any number of them in text 0.0.4.
    private func blanks(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        guard isOpenMetrics else { return bytes.skippingBlanks(from: i) }
        return bytes[i] == .space ? i + 1 : i
    }

    private func keyword(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Keyword? {
        let begin = i
        while bytes[i].isLetter, i - begin < 5 { i += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[begin..<i])
        if word.isSame(as: "TYPE") { return .type }
        if word.isSame(as: "HELP") { return .help }
        return word.isSame(as: "UNIT") ? .unit : nil
    }

    private func name(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ i: inout Int
    ) throws(ExpositionSlip) -> SeriesScanner.Part {
        let begin = i
        if bytes[i] == .quote {
            let scanner = SeriesScanner(isOpenMetrics: isOpenMetrics, isStrict: false)
            return try scanner.quotedName(bytes, &i)
        }
        if bytes[i].beginsMetricName {
            i = bytes.metricNameEnd(from: i)
        }
        guard i > begin else {
            throw ExpositionSlip(offset: i, reason: "there is no metric name")
        }
        return SeriesScanner.Part(bytes: begin..<i)
    }

    /// What stands behind the name and one blank.
    private func rest(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ rest: Range<Int>
    ) throws(ExpositionSlip) -> Range<Int> {
        if !isOpenMetrics {
            guard rest.isEmpty || bytes[rest.lowerBound].isBlank else {
                throw ExpositionSlip(offset: rest.lowerBound, reason: "the metric name is wrong")
            }
            var end = rest.upperBound
            let begin = min(bytes.skippingBlanks(from: rest.lowerBound), end)
            while end > begin, bytes[end - 1].isBlank { end -= 1 }
            return begin..<end
        }
        guard !rest.isEmpty, bytes[rest.lowerBound] == .space else {
            let reason = "a name and one space have to stand before the text"
            throw ExpositionSlip(offset: rest.lowerBound, reason: reason)
        }
        if bytes[rest.upperBound - 1] == .carriageReturn {
            throw ExpositionSlip(offset: rest.upperBound - 1, reason: "the line ends with \\r")
        }
        return rest.lowerBound + 1..<rest.upperBound
    }

    private func fact(
        _ keyword: Keyword,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ rest: Range<Int>,
        of family: SeriesScanner.Part
    ) throws(ExpositionSlip) -> Descriptor.Fact {
        switch keyword {
        case .type: return .kind(try kind(bytes, rest))
        case .unit: return .unit(try unit(bytes, rest, of: family))
        case .help: return .help(try help(bytes, rest))
        }
    }

    private func help(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ rest: Range<Int>
    ) throws(ExpositionSlip) -> String {
        var part = SeriesScanner.Part(bytes: rest)
        part.isEscaped = bytes.index(of: .backslash, in: rest) != nil
        let text =
            part.isEscaped
            ? String(validating: SeriesScanner.text(bytes, part), as: UTF8.self)
            : String(validating: UnsafeBufferPointer(rebasing: bytes[rest]), as: UTF8.self)
        guard let text else {
            throw ExpositionSlip(offset: rest.lowerBound, reason: "the text is not UTF-8")
        }
        return text
    }

    private func kind(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ rest: Range<Int>
    ) throws(ExpositionSlip) -> Metric.Kind {
        let word = String(decoding: bytes[rest], as: UTF8.self)
        if word == "untyped", !isOpenMetrics { return .unknown }
        guard let kind = Metric.Kind(rawValue: word) else {
            throw ExpositionSlip(offset: rest.lowerBound, reason: "there is no such type")
        }
        return kind
    }

    private func unit(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ rest: Range<Int>,
        of family: SeriesScanner.Part
    ) throws(ExpositionSlip) -> String {
        let unit = bytes[rest]
        let name = SeriesScanner.text(bytes, family)
        guard unit.isEmpty || name.suffix(unit.count + 1).elementsEqual([0x5F] + unit) else {
            let reason = "the family's name has to end with _ and the unit"
            throw ExpositionSlip(offset: rest.lowerBound, reason: reason)
        }
        guard bytes.isUTF8(rest) else {
            throw ExpositionSlip(offset: rest.lowerBound, reason: "the unit is not UTF-8")
        }
        return String(decoding: unit, as: UTF8.self)
    }
}
