import Glibc

extension SeriesScanner {
    /// The key of the series that was read: escapes resolved, labels sorted, empty ones left out.
    ///
    /// - Throws: A slip if a label stands twice, or a name is empty.
    mutating func key(_ bytes: UnsafeBufferPointer<UInt8>) throws(ExpositionSlip) -> [UInt8] {
        guard let name else { return [0xFF] }
        guard !name.bytes.isEmpty else {
            throw ExpositionSlip(offset: name.bytes.lowerBound, reason: "the metric name is empty")
        }
        var size = name.bytes.count + 1
        for label in labels {
            try Self.check(bytes, label.name)
            size += label.name.bytes.count + label.value.bytes.count + 2
        }
        sortLabels(bytes)
        for i in labels.indices.dropFirst() {
            try Self.checkUnique(bytes, labels[i - 1].name, labels[i].name)
        }
        return key(bytes, name, size)
    }

    /// Sorts by the bytes of the names; labels are few, and most pages have them sorted.
    private mutating func sortLabels(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard labels.count <= 16 else {
            return labels.sort { Self.order(bytes, $0.name, $1.name) < 0 }
        }
        for i in labels.indices.dropFirst() {
            var place = i
            while place > 0, Self.order(bytes, labels[place].name, labels[place - 1].name) < 0 {
                labels.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// Below 0 if the left text stands before the right one, 0 if they are the same.
    private static func order(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ left: Part,
        _ right: Part
    ) -> Int {
        if left.isEscaped || right.isEscaped {
            let (left, right) = (text(bytes, left), text(bytes, right))
            return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
        }
        guard let base = bytes.baseAddress else { return 0 }
        let shared = min(left.bytes.count, right.bytes.count)
        let order = memcmp(base + left.bytes.lowerBound, base + right.bytes.lowerBound, shared)
        return order != 0 ? Int(order) : left.bytes.count - right.bytes.count
    }

    /// How many characters the labels' names and values have together.
    ///
    /// - Throws: A slip if a label stands twice.
    mutating func labelLength(_ bytes: UnsafeBufferPointer<UInt8>) throws(ExpositionSlip) -> Int {
        var length = 0
        for label in labels {
            length += Self.characters(Self.text(bytes, label.name))
            length += Self.characters(Self.text(bytes, label.value))
        }
        sortLabels(bytes)
        for i in labels.indices.dropFirst() {
            try Self.checkUnique(bytes, labels[i - 1].name, labels[i].name)
        }
        return length
    }

    /// The part without its escapes: `\n`, `\"` and `\\`; another backslash stands for itself.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> [UInt8] {
        Array(unsafeUninitializedCapacity: part.bytes.count) { text, count in
            count = write(bytes, part, to: text, at: 0)
        }
    }

    /// Writes the part without its escapes, which is no longer than it; returns the index behind.
    @inline(__always)
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ part: Part,
        to text: UnsafeMutableBufferPointer<UInt8>,
        at start: Int
    ) -> Int {
        if part.isEscaped { return writePlain(bytes, part, to: text, at: start) }
        guard let from = bytes.baseAddress, let to = text.baseAddress else { return start }
        memcpy(to + start, from + part.bytes.lowerBound, part.bytes.count)
        return start + part.bytes.count
    }

    private static func writePlain(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ part: Part,
        to text: UnsafeMutableBufferPointer<UInt8>,
        at start: Int
    ) -> Int {
        var (i, end) = (part.bytes.lowerBound, start)
        while i < part.bytes.upperBound {
            let next = i + 1 < part.bytes.upperBound ? bytes[i + 1] : 0
            let plain = bytes[i] == .backslash ? escaped(next) : nil
            text[end] = plain ?? bytes[i]
            end += 1
            i += plain == nil ? 1 : 2
        }
        return end
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

    private static func check(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ name: Part
    ) throws(ExpositionSlip) {
        let offset = name.bytes.lowerBound
        if name.bytes.isEmpty {
            throw ExpositionSlip(offset: offset, reason: "the label's name is empty")
        }
        guard bytes[offset] == UInt8(ascii: "_"), name.isEscaped || name.bytes.count == 8 else {
            return
        }
        if text(bytes, name).elementsEqual("__name__".utf8) {
            throw ExpositionSlip(offset: offset, reason: "the label name __name__ is reserved")
        }
    }

    /// Looks whether the names of two labels that stand side by side when sorted are the same.
    private static func checkUnique(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ left: Part,
        _ right: Part
    ) throws(ExpositionSlip) {
        guard order(bytes, left, right) == 0 else { return }
        throw ExpositionSlip(
            offset: max(left.bytes.lowerBound, right.bytes.lowerBound),
            reason: "the label \(String(decoding: text(bytes, left), as: UTF8.self)) stands twice"
        )
    }

    /// The series' key, which has at most `size` bytes; labels are sorted already.
    private func key(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ name: Part,
        _ size: Int
    ) -> [UInt8] {
        var whole = [UInt8](repeating: 0, count: size)
        let length = whole.withUnsafeMutableBufferPointer { key in
            var count = Self.write(bytes, name, to: key, at: 0)
            Self.end(key, &count)
            for label in labels where !label.value.bytes.isEmpty {
                count = Self.write(bytes, label.name, to: key, at: count)
                Self.end(key, &count)
                count = Self.write(bytes, label.value, to: key, at: count)
                Self.end(key, &count)
            }
            return count
        }
        if length < size { whole.removeLast(size - length) }
        return whole
    }

    /// Ends a part of a key.
    @inline(__always)
    private static func end(_ key: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
        key[count] = 0xFF
        count += 1
    }
}
