/// HTML that is finished: whatever was text in it is escaped.
struct Markup: Hashable, Sendable {
    private(set) var html = ""

    /// Adds tags, as they are.
    mutating func tag(_ html: StaticString) {
        self.html += html.description
    }

    /// Adds what another one holds.
    mutating func append(_ other: Markup) {
        html += other.html
    }

    /// Adds text, escaped.
    mutating func text(_ text: String) {
        html.appendEscaped(text)
    }
}

extension String {
    /// This text as it may stand between tags and inside a quoted attribute.
    ///
    /// Works on bytes: what joins with the next character into one grapheme (`"` before a combining
    /// mark) is escaped too. Characters that HTML and XML forbid, and those that turn the direction
    /// of the text after them, are left out.
    var escaped: String {
        var html = ""
        html.appendEscaped(self)
        return html
    }

    fileprivate mutating func appendEscaped(_ text: String) {
        guard text.utf8.contains(where: \.needsCare) else {
            self += text
            return
        }
        for scalar in text.unicodeScalars where !scalar.isHidden {
            switch scalar {
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "&": self += "&amp;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            default: unicodeScalars.append(scalar)
            }
        }
    }
}

extension UInt8 {
    /// Whether a text with this byte may hold something to escape or to leave out.
    fileprivate var needsCare: Bool {
        switch self {
        case 0x20...0x21, 0x23...0x25, 0x28...0x3b, 0x3d, 0x3f...0x7e: false
        // The first bytes of what common typography is made of: ·, é, ×; not U+0080 to U+009F.
        case 0xc3...0xdf: false
        case 0x80...0xbf: false
        default: true
        }
    }
}

extension Unicode.Scalar {
    /// Controls, what overrides the direction of text, and what is no character at all.
    var isHidden: Bool {
        switch value {
        case 0x09, 0x0a: false
        case 0x00...0x1f, 0x7f...0x9f: true
        case 0x202a...0x202e, 0x2066...0x2069, 0xfeff, 0xfff9...0xfffb: true
        default: value & 0xfffe == 0xfffe
        }
    }
}
