/// What the link check needs to know of one HTML, SVG, XML or CSS file.
struct Markup {
    private(set) var references: [Reference] = []
    private(set) var ids: Set<String> = []
    /// The 1-based lines of `base` elements.
    private(set) var bases: [Int] = []

    /// Reads a file by the ending of its name; nil if such files hold no links.
    init?(of path: String, bytes: [UInt8]) {
        var lines = LineCount(bytes)
        switch Twin.ending(of: path) {
        case "html", "htm", "svg", "xml", "atom", "xhtml":
            var scanner = MarkupScanner(bytes)
            while let tag = scanner.nextTag() {
                add(tag, lines.line(at: tag.offset))
                if let style = tag.style { addStyle(style, &lines) }
            }
        case "css":
            addStyle(bytes[...], &lines)
        default:
            return nil
        }
        dropOwnFragments()
    }

    /// References to places of the same file that are there need no further check: a chart has
    /// hundreds of them, to its glyphs.
    private mutating func dropOwnFragments() {
        references = references.filter { reference in
            reference.text.utf8.first != UInt8(ascii: "#")
                || !ids.contains(String(reference.text.dropFirst()))
        }
    }

    private mutating func add(_ tag: MarkupScanner.Tag, _ line: Int) {
        if tag.name == "base" { bases.append(line) }
        for (name, value) in tag.attributes {
            add(name: name, value: value, of: tag, line)
        }
    }

    private mutating func add(
        name: String,
        value: String,
        of tag: MarkupScanner.Tag,
        _ line: Int
    ) {
        switch name {
        case "id":
            ids.insert(value)
        case "name" where tag.name == "a":
            ids.insert(value)
        case "href", "xlink:href":
            add(value, tag.hrefUse, line)
        case "src", "poster", "background":
            add(value, .load, line)
        case "data" where tag.name == "object":
            add(value, .load, line)
        case "action", "formaction", "cite":
            add(value, .follow, line)
        case "srcset", "imagesrcset":
            for candidate in Self.candidates(value) { add(candidate, .load, line) }
        case "content" where tag.name == "meta" && tag.isRefresh:
            if let address = Self.refreshAddress(value) { add(address, .follow, line) }
        case "style", "fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid",
            "marker-end":
            guard value.utf8.contains(UInt8(ascii: "(")) || name == "style" else { break }
            for address in StyleScanner.addresses(in: Array(value.utf8)[...]) {
                add(address.text, .load, line)
            }
        default:
            break
        }
    }

    private mutating func addStyle(_ bytes: ArraySlice<UInt8>, _ lines: inout LineCount) {
        for address in StyleScanner.addresses(in: bytes) {
            add(address.text, .load, lines.line(at: address.offset))
        }
    }

    private mutating func add(_ text: String, _ use: Reference.Use, _ line: Int) {
        references.append(Reference(text: text, use: use, line: line))
    }

    /// The URLs of a `srcset` (HTML Standard, "parse a srcset attribute").
    private static func candidates(_ list: String) -> [String] {
        var found: [String] = []
        var rest = list[...]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard !rest.isEmpty else { return found }
            let address = rest.prefix { !$0.isWhitespace }
            rest = rest[address.endIndex...]
            if address.last == "," {
                found.append(String(address.prefix { $0 != "," }))
            } else {
                found.append(String(address))
                rest = rest.drop { $0 != "," }
            }
        }
    }

    /// The address in `5; url=index.html`.
    private static func refreshAddress(_ content: String) -> String? {
        guard let mark = content.firstIndex(of: "=") else { return nil }
        return String(content[content.index(after: mark)...].filter { $0 != "'" && $0 != "\"" })
    }
}

extension MarkupScanner.Tag {
    fileprivate var isRefresh: Bool {
        attributes.contains { $0.name == "http-equiv" && $0.value.lowercased() == "refresh" }
    }

    /// Whether a browser fetches the `href` of this element by itself.
    fileprivate var hrefUse: Reference.Use {
        switch name {
        case "use", "image", "feimage": return .load
        case "link":
            let fetched: Set<Substring> = [
                "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect",
                "dns-prefetch", "manifest", "apple-touch-icon", "mask-icon",
            ]
            let relations = attributes.first { $0.name == "rel" }?.value.lowercased() ?? ""
            return relations.split(whereSeparator: \.isWhitespace).contains(where: fetched.contains)
                ? .load : .follow
        default: return .follow
        }
    }
}
