import D8SModel

extension SeriesScanner {
    /// What was read, as a series: escapes resolved, labels sorted, empty ones left out.
    ///
    /// - Throws: A slip if a label stands twice, or a name is empty.
    func series(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ExpositionSlip) -> Series {
        guard let name else { return Series(metric: "") }
        let metric = Self.text(bytes, name)
        guard !metric.isEmpty else {
            throw ExpositionSlip(offset: name.bytes.lowerBound, reason: "the metric name is empty")
        }
        var pairs: [(name: [UInt8], value: [UInt8], offset: Int)] = []
        pairs.reserveCapacity(labels.count)
        for label in labels {
            let text = Self.text(bytes, label.name)
            let offset = label.name.bytes.lowerBound
            try Self.check(text, at: offset)
            pairs.append((text, Self.text(bytes, label.value), offset))
        }
        pairs.sort { $0.name.lexicographicallyPrecedes($1.name) }
        try Self.checkUnique(pairs.map { ($0.name, $0.offset) })
        return Series(key: Self.key(metric, pairs))
    }

    /// How many characters the labels' names and values have together.
    ///
    /// - Throws: A slip if a label stands twice.
    func labelLength(_ bytes: UnsafeBufferPointer<UInt8>) throws(ExpositionSlip) -> Int {
        var names: [(name: [UInt8], offset: Int)] = []
        var length = 0
        for label in labels {
            let name = Self.text(bytes, label.name)
            names.append((name, label.name.bytes.lowerBound))
            length += Self.characters(name) + Self.characters(Self.text(bytes, label.value))
        }
        names.sort { $0.name.lexicographicallyPrecedes($1.name) }
        try Self.checkUnique(names)
        return length
    }

    /// The part without its escapes: `\n`, `\"` and `\\`; another backslash stands for itself.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> [UInt8] {
        guard part.isEscaped else { return Array(bytes[part.bytes]) }
        var text: [UInt8] = []
        var i = part.bytes.lowerBound
        while i < part.bytes.upperBound {
            let next = i + 1 < part.bytes.upperBound ? bytes[i + 1] : 0
            let plain = bytes[i] == .backslash ? escaped(next) : nil
            text.append(plain ?? bytes[i])
            i += plain == nil ? 1 : 2
        }
        return text
    }

    /// What a backslash and this byte stand for; nil if for themselves.
    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): .newline
        case .quote, .backslash: byte
        default: nil
        }
    }

    private static func characters(_ text: [UInt8]) -> Int {
        text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private static func check(_ name: [UInt8], at offset: Int) throws(ExpositionSlip) {
        if name.isEmpty {
            throw ExpositionSlip(offset: offset, reason: "the label's name is empty")
        }
        if name.elementsEqual("__name__".utf8) {
            throw ExpositionSlip(offset: offset, reason: "the label name __name__ is reserved")
        }
    }

    /// Looks for a name that stands twice; `names` are in the order of their bytes.
    private static func checkUnique(
        _ names: [(name: [UInt8], offset: Int)]
    ) throws(ExpositionSlip) {
        for (left, right) in zip(names, names.dropFirst()) where left.name == right.name {
            throw ExpositionSlip(
                offset: max(left.offset, right.offset),
                reason: "the label \(String(decoding: left.name, as: UTF8.self)) stands twice"
            )
        }
    }

    private static func key(
        _ metric: [UInt8],
        _ pairs: [(name: [UInt8], value: [UInt8], offset: Int)]
    ) -> [UInt8] {
        var key = metric
        key.append(0xFF)
        for pair in pairs where !pair.value.isEmpty {
            key += pair.name
            key.append(0xFF)
            key += pair.value
            key.append(0xFF)
        }
        return key
    }
}
