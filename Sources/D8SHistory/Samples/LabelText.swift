import D8SModel

/// Labels as the text of a column: a JSON object without spaces, its names in the order of their
/// bytes, escaped as RFC 8785 §3.2.2.2 says.
enum LabelText {
    /// The object for the labels of a series.
    static func object(of series: Series) -> [UInt8] {
        var text = [UInt8(ascii: "{")]
        let labels = series.key.drop { $0 != end }.dropFirst()
        var isName = true
        var start = labels.startIndex
        for index in labels.indices where labels[index] == end {
            if isName, text.count > 1 { text.append(UInt8(ascii: ",")) }
            append(labels[start..<index], to: &text)
            if isName { text.append(UInt8(ascii: ":")) }
            isName.toggle()
            start = index + 1
        }
        text.append(UInt8(ascii: "}"))
        return text
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

    private static func append(_ part: ArraySlice<UInt8>, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in part {
            if let short = escapes[byte] {
                text += [UInt8(ascii: "\\"), short]
            } else if byte < 0x20 {
                text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            } else {
                text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private static let escapes: [UInt8: UInt8] = [
        0x08: UInt8(ascii: "b"), 0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"),
        0x0C: UInt8(ascii: "f"), 0x0D: UInt8(ascii: "r"), 0x22: 0x22, 0x5C: 0x5C,
    ]
}
