/// The names of elements and attributes that the link check looks at; a page has a hundred others for
/// each of these, of which no texts are made.
enum MarkupName {
    private static let names = [
        "a", "base", "feimage", "image", "link", "meta", "object", "script", "style", "textarea",
        "use", "action", "background", "cite", "clip-path", "content", "data", "fill", "filter",
        "formaction", "href", "http-equiv", "id", "imagesrcset", "marker-end", "marker-mid",
        "marker-start", "mask", "name", "poster", "rel", "src", "srcset", "stroke", "xlink:href",
    ]

    /// The names as numbers, in their order.
    private static let words: [(word: UInt128, name: String)] = names.compactMap { name in
        word(of: name.utf8).map { ($0, name) }
    }.sorted { $0.word < $1.word }

    /// The name at this place in lower case; nil if it is none of these.
    static func known(_ bytes: [UInt8], _ place: Range<Int>) -> String? {
        guard let wanted = word(of: place.lazy.map { bytes[$0] }) else { return nil }
        var range = words.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let found = words[middle].word
            if found == wanted { return words[middle].name }
            range = found < wanted ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// Up to sixteen bytes in lower case; nil for more.
    private static func word(of bytes: some Collection<UInt8>) -> UInt128? {
        guard bytes.count <= 16 else { return nil }
        return bytes.reduce(0) { word, byte in
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return word << 8 | UInt128(isUpper ? byte | 0x20 : byte)
        }
    }
}
