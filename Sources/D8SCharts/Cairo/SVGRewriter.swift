import Glibc

/// Rewrites the body of Cairo's SVG attribute by attribute, in one pass over the bytes.
struct SVGRewriter {
    private let palette: SVGPalette
    private(set) var output: [UInt8] = []
    /// The paints that were written, in the order of their first use.
    private(set) var paints: [SVGPaint] = []
    private var styles: [String: [UInt8]] = [:]

    init(palette: SVGPalette, capacity: Int) {
        self.palette = palette
        output.reserveCapacity(capacity)
    }

    /// Appends the rewritten bytes from `start` on.
    mutating func rewrite(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .lineFeed {
                index += 1
                while index < bytes.count, bytes[index] == .space { index += 1 }
            } else if byte == .lessThan, bytes.follows("symbol ", index + 1),
                let end = glyph(bytes, from: index)
            {
                index = end
            } else if byte == .equals, index + 1 < bytes.count, bytes[index + 1] == .quote {
                let value = bytes.span(from: index + 2, to: .quote)
                attribute(bytes, nameEnd: index, value: value)
                index = value.upperBound + 1
            } else {
                output.append(byte)
                index += 1
            }
        }
    }

    /// Writes a glyph as a plain path, which takes half the words and is never cut off at its
    /// origin; the box for missing glyphs is left out where no text needs it.
    ///
    /// Returns where the glyph ends; nil if it is not of the form that Cairo gives them.
    private mutating func glyph(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let end = bytes.first("</symbol>", from: start),
            let id = bytes.first(" id=\"glyph", from: start),
            let data = bytes.first(" d=\"", from: id), data < end
        else { return nil }
        let number = bytes.span(from: id + 10, to: .quote)
        let path = bytes.span(from: data + 4, to: .quote)
        let isMissing = bytes[number].suffix(2).elementsEqual("-0".utf8)
        if !isMissing || bytes.refers(to: number) {
            output.append(contentsOf: "<path id=\"g".utf8)
            output.append(contentsOf: bytes[number])
            output.append(contentsOf: "\" d=\"".utf8)
            shorten(UnsafeBufferPointer(rebasing: bytes[path]))
            output.append(contentsOf: "\"/>".utf8)
        }
        return end + 9
    }

    private mutating func shorten(_ path: UnsafeBufferPointer<UInt8>) {
        var numbers = SVGNumbers(output: output)
        output = []
        numbers.append(path)
        output = numbers.output
    }

    /// The name has been written already; the value follows, or the name is taken back.
    private mutating func attribute(
        _ bytes: UnsafeBufferPointer<UInt8>,
        nameEnd: Int,
        value: Range<Int>
    ) {
        var nameStart = nameEnd
        while nameStart > 0, bytes[nameStart - 1] != .space { nameStart -= 1 }
        let length = nameEnd - nameStart
        if length == 5, bytes.follows("style", nameStart) {
            output.removeLast(6)
            style(UnsafeBufferPointer(rebasing: bytes[value]))
        } else if length == 2, bytes.follows("id", nameStart),
            bytes.follows("surface", value.lowerBound)
        {
            // A count of all surfaces of the process: it would differ from run to run.
            output.removeLast(3)
        } else if length == 10, bytes.follows("xlink:href", nameStart),
            bytes.follows("#glyph", value.lowerBound)
        {
            output.removeLast(10)
            output.append(contentsOf: "href=\"#g".utf8)
            output.append(contentsOf: bytes[(value.lowerBound + 6)..<value.upperBound])
            output.append(.quote)
        } else {
            output.append(.equals)
            output.append(.quote)
            if length == 1 {
                shorten(UnsafeBufferPointer(rebasing: bytes[value]))
            } else {
                output.append(contentsOf: bytes[value])
            }
            output.append(.quote)
        }
    }

    /// The same few styles come back for mark after mark.
    private mutating func style(_ bytes: UnsafeBufferPointer<UInt8>) {
        let key = String(decoding: bytes, as: UTF8.self)
        if let known = styles[key] {
            output.append(contentsOf: known)
            return
        }
        let before = output.count
        var index = 0
        while index < bytes.count {
            let declaration = bytes.span(from: index, to: .semicolon)
            declare(String(decoding: bytes[declaration], as: UTF8.self))
            index = declaration.upperBound + 1
        }
        styles[key] = Array(output[before...])
    }

    private mutating func declare(_ declaration: String) {
        guard let colon = declaration.firstIndex(of: ":") else { return }
        let property = declaration[..<colon].drop { $0 == " " }
        let value = declaration[declaration.index(after: colon)...].drop { $0 == " " }
        if Self.defaults[property] == value { return }
        if (property == "fill" || property == "stroke"), value.hasPrefix("rgb("),
            let percent = Double(value.dropFirst(4).prefix { $0 != "%" })
        {
            write(SVGPaint(property: String(property), ink: InkCode.ink(percent: percent)))
        } else {
            output.append(contentsOf: " \(property)=\"\(value)\"".utf8)
        }
    }

    private mutating func write(_ paint: SVGPaint) {
        if !paints.contains(paint) { paints.append(paint) }
        palette.append(paint, to: &output)
    }

    /// What an SVG viewer takes without being told; the limit of mitres matters to no line here,
    /// for those with sharp corners have none.
    private static let defaults: [Substring: Substring] = [
        "stroke": "none", "fill-rule": "nonzero", "fill-opacity": "1", "stroke-opacity": "1",
        "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-width": "1",
        "stroke-miterlimit": "10",
    ]
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes stand at this place.
    func follows(_ text: StaticString, _ start: Int) -> Bool {
        guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { expected in
            expected.indices.allSatisfy { self[start + $0] == expected[$0] }
        }
    }

    /// Where this text first stands from here on; nil if it does not.
    func first(_ text: StaticString, from start: Int) -> Int? {
        var place = span(from: start, to: text.utf8Start.pointee).upperBound
        while place < count {
            if follows(text, place) { return place }
            place = span(from: place + 1, to: text.utf8Start.pointee).upperBound
        }
        return nil
    }

    /// Whether a text uses the glyph of this number.
    fileprivate func refers(to number: Range<Int>) -> Bool {
        var index = 0
        while let found = first("\"#glyph", from: index) {
            index = found + 7
            let used = self[index...].prefix(number.count + 1)
            if used.last == .quote, used.dropLast().elementsEqual(self[number]) { return true }
        }
        return false
    }

    /// From here up to, but without, this byte, or up to the end if there is none.
    func span(from start: Int, to byte: UInt8) -> Range<Int> {
        let start = Swift.min(start, count)
        guard let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
        else { return start..<count }
        return start..<(UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let equals = UInt8(ascii: "=")
    static let semicolon = UInt8(ascii: ";")
    static let lessThan = UInt8(ascii: "<")
    static let greaterThan = UInt8(ascii: ">")
}
