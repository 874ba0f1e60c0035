/// The names of elements and attributes that the link check looks at; a page has a hundred others for
/// each of these, of which no texts are made.
enum MarkupName {
    /// Sixteen bytes in lower case.
    private struct Word: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0

        init?(_ bytes: some Collection<UInt8>) {
            guard bytes.count <= 16 else { return nil }
            for byte in bytes {
                let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(isUpper ? byte | 0x20 : byte)
            }
        }
    }

    private static let names = [
        "a", "base", "feimage", "image", "link", "meta", "object", "script", "style", "textarea",
        "use", "action", "background", "cite", "clip-path", "content", "data", "fill", "filter",
        "formaction", "href", "http-equiv", "id", "imagesrcset", "marker-end", "marker-mid",
        "marker-start", "mask", "name", "poster", "rel", "src", "srcset", "stroke", "xlink:href",
    ]

    private static let words: [Word: String] = Dictionary(
        names.compactMap { name in Word(name.utf8).map { ($0, name) } }
    ) { first, _ in first }

    /// The name in lower case; nil if it is none of these.
    static func known(_ bytes: ArraySlice<UInt8>) -> String? {
        Word(bytes).flatMap { words[$0] }
    }
}
