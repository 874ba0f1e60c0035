/// A relative link in its parts (RFC 3986), percent encoding resolved.
struct Address {
    let path: String
    /// Without its `#`; nil if there is none.
    let fragment: String?

    init(_ link: Substring) {
        let mark = link.utf8.firstIndex(of: UInt8(ascii: "#"))
        fragment = mark.map { Self.decoded(link[link.utf8.index(after: $0)...]) }
        let head = link[..<(mark ?? link.endIndex)]
        let query = head.utf8.firstIndex(of: UInt8(ascii: "?"))
        path = Self.decoded(head[..<(query ?? head.endIndex)])
    }

    /// The path in the site that this means in a file of the site; nil if it leads out of it.
    ///
    /// A folder ends with `/`; the site's root is `/` alone.
    func path(from file: String) -> String? {
        guard !path.isEmpty else { return file }
        var place = Array(file.utf8[..<file.endOfFolder])
        let parts = path.partsBySlash
        for part in parts where part != "." && !part.isEmpty {
            if part != ".." {
                place.add(part)
            } else if !place.removePart() {
                return nil
            }
        }
        let isFolder = ["", ".", ".."].contains(parts.last)
        if !isFolder { place.removeLast() }
        return place.isEmpty ? "/" : String(decoding: place, as: UTF8.self)
    }

    /// The scheme in lower case (`https`); nil if the link is relative.
    static func scheme(of link: String) -> String? {
        guard let mark = link.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = link[..<mark]
        let isScheme = name.utf8.allSatisfy {
            ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || (48...57).contains($0)
                || [43, 45, 46].contains($0)
        }
        guard isScheme, let first = name.utf8.first, first | 0x20 >= 97 else { return nil }
        return name.lowercased()
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Behind the last slash.
    fileprivate var endOfFolder: Index {
        utf8.lastIndex(of: .slash).map(utf8.index(after:)) ?? startIndex
    }
}

/// A folder's path, every part with the slash behind it.
extension [UInt8] {
    fileprivate mutating func add(_ part: Substring) {
        append(contentsOf: part.utf8)
        append(.slash)
    }

    /// Takes the last part off; false if there is none.
    fileprivate mutating func removePart() -> Bool {
        guard popLast() != nil else { return false }
        removeSubrange((lastIndex(of: .slash).map { $0 + 1 } ?? 0)...)
        return true
    }
}
