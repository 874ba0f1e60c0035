/// Adds to a PDF what Cairo has no call for: the sentences that replace pictures, the language,
/// and that a window shows the title instead of the file's name.
///
/// The additions are an incremental update (ISO 32000-1, 7.5.6): changed objects, their
/// cross-references and a trailer at the end of the file. A file in which Cairo's objects cannot be
/// told apart stays as it is.
struct PDFPatch {
    /// Of the figures, in reading order.
    let alternatives: [String]
    /// BCP 47.
    let language: String

    private struct Object {
        let number: Int
        /// Between `<<` and `>>`, without them.
        let entries: ArraySlice<UInt8>
    }

    func applied(to file: [UInt8]) -> [UInt8] {
        let figures = objects("<< /Type /StructElem\n   /S /Figure", in: file)
        guard figures.count == alternatives.count,
            let catalog = objects("<< /Type /Catalog", in: file).last,
            let trailer = trailer(of: file)
        else { return file }
        let code = language.utf8.filter { $0.isTagCharacter }
        let window = "\n   /ViewerPreferences << /DisplayDocTitle true >>"
        var changes = zip(figures, alternatives).map { figure, sentence in
            (figure, Array("\n   /Alt ".utf8) + Self.text(sentence))
        }
        changes.append((catalog, Array("\n   /Lang (".utf8) + code + Array(")\(window)".utf8)))
        return update(file, changes, trailer)
    }

    private func update(
        _ file: [UInt8],
        _ changes: [(Object, [UInt8])],
        _ trailer: (start: Int, entries: ArraySlice<UInt8>)
    ) -> [UInt8] {
        var result = file, table = "xref\n"
        for (object, addition) in changes.sorted(by: { $0.0.number < $1.0.number }) {
            let place = String(result.count)
            let padded = String(repeating: "0", count: max(0, 10 - place.count)) + place
            table += "\(object.number) 1\n\(padded) 00000 n \n"
            result += Array("\(object.number) 0 obj\n<<".utf8) + object.entries + addition
            result += Array("\n>>\nendobj\n".utf8)
        }
        let start = result.count
        result += Array((table + "trailer\n<<").utf8) + trailer.entries
        result += Array("   /Prev \(trailer.start)\n>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return result
    }

    /// The dictionaries that begin so, in the order of the file.
    private func objects(_ beginning: StaticString, in file: [UInt8]) -> [Object] {
        file.withUnsafeBufferPointer { bytes in
            bytes.places(of: beginning).compactMap { start in
                guard let number = bytes.number(before: start, " 0 obj\n"),
                    let end = bytes.place(of: "\n>>\nendobj", from: start)
                else { return nil }
                return Object(number: number, entries: file[start + 2..<end])
            }
        }
    }

    /// Where the cross-references start and what the trailer says.
    private func trailer(of file: [UInt8]) -> (start: Int, entries: ArraySlice<UInt8>)? {
        file.withUnsafeBufferPointer { bytes in
            guard let trailer = bytes.places(of: "trailer\n<<").last,
                let end = bytes.place(of: ">>\nstartxref\n", from: trailer)
            else { return nil }
            let digits = bytes[(end + 13)...].prefix { $0.isDigit }
            guard let start = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            return (start, file[trailer + 10..<end])
        }
    }

    /// A text string in UTF-16, in hexadecimal.
    private static func text(_ sentence: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result = Array("<FEFF".utf8)
        for unit in sentence.cleanedForDrawing().utf16 {
            for shift in [12, 8, 4, 0] { result.append(digits[Int(unit >> UInt16(shift)) & 15]) }
        }
        return result + Array(">".utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where this text stands first from a place on.
    func place(of text: StaticString, from start: Int) -> Int? {
        let first = text.withUTF8Buffer { $0.first }
        var index = start
        while index < count {
            guard let next = self[index...].firstIndex(where: { $0 == first }) else { return nil }
            if follows(text, next) { return next }
            index = next + 1
        }
        return nil
    }

    /// All places where this text stands.
    func places(of text: StaticString) -> [Int] {
        var places: [Int] = [], index = 0
        while let place = place(of: text, from: index) {
            places.append(place)
            index = place + 1
        }
        return places
    }

    /// The whole number right before this text, which ends at a place.
    func number(before end: Int, _ text: StaticString) -> Int? {
        let start = end - text.utf8CodeUnitCount
        guard follows(text, start) else { return nil }
        var first = start
        while first > 0, self[first - 1].isDigit { first -= 1 }
        return Int(String(decoding: self[first..<start], as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    /// What a language tag is made of.
    fileprivate var isTagCharacter: Bool {
        let letter = self | 0x20
        return isDigit || self == UInt8(ascii: "-")
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter
    }
}
