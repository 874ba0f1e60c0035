import D8SModel

/// Labels as the text of a column: a JSON object without spaces, its names in the order of their
/// bytes, escaped as RFC 8785 §3.2.2.2 says.
enum LabelText {
    /// The object for the labels of a series.
    static func object(of series: Series) -> [UInt8] {
        var text: [UInt8] = []
        append(labelsOf: series, to: &text)
        return text
    }

    /// Appends the object for the labels of a series.
    static func append(labelsOf series: Series, to text: inout [UInt8]) {
        series.key.withUnsafeBufferPointer { key in
            var start = (key.firstIndex(of: end) ?? key.count) + 1
            var separator = UInt8(ascii: "{")
            if start >= key.count { text.append(separator) }
            while start < key.count {
                text.append(separator)
                append(key, &start, to: &text)
                separator = separator == UInt8(ascii: ":") ? UInt8(ascii: ",") : UInt8(ascii: ":")
            }
        }
        text.append(UInt8(ascii: "}"))
    }

    /// The bytes of the metric's name in a series.
    static func metric(of series: Series) -> ArraySlice<UInt8> {
        series.key.prefix { $0 != end }
    }

    /// The series of a row; nil if the labels are no such object.
    static func series(
        metric: UnsafeRawBufferPointer,
        labels: UnsafeRawBufferPointer
    ) -> Series? {
        var reader = LabelTextReader(labels)
        guard let body = reader.key() else { return nil }
        return Series(key: Array(metric) + [end] + body)
    }

    /// What ends each part of a series' key.
    static let end: UInt8 = 0xFF

    /// Appends the part of a key that begins at `start` as a text, and goes behind what ends it.
    private static func append(
        _ key: UnsafeBufferPointer<UInt8>,
        _ start: inout Int,
        to text: inout [UInt8]
    ) {
        text.append(UInt8(ascii: "\""))
        while true {
            let begin = start
            while start < key.count, isPlain(key[start]) { start += 1 }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: key[begin..<start]))
            guard start < key.count, key[start] != end else { break }
            append(escaped: key[start], to: &text)
            start += 1
        }
        start += 1
        text.append(UInt8(ascii: "\""))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != end
    }

    private static func append(escaped byte: UInt8, to text: inout [UInt8]) {
        if let short = escapes[byte] {
            text += [UInt8(ascii: "\\"), short]
        } else {
            text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        }
    }

    private static let escapes: [UInt8: UInt8] = [
        0x08: UInt8(ascii: "b"), 0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"),
        0x0C: UInt8(ascii: "f"), 0x0D: UInt8(ascii: "r"), 0x22: 0x22, 0x5C: 0x5C,
    ]
}
