import D8SModel

/// JSON text (RFC 8259), written from left to right; the caller keeps it well-formed.
package struct JSON {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Rows as a list of objects, one a line; decimal numbers keep all their digits.
    package static func rows(_ names: [String], _ rows: [[DataValue]]) -> [UInt8] {
        self.rows(names, count: rows.count) { body in
            for row in rows { body(row) }
        }
    }

    /// The same of so many rows that are handed over one after the other.
    static func rows(
        _ names: [String],
        count: Int,
        _ forEachRow: (_ body: ([DataValue]) -> Void) -> Void
    ) -> [UInt8] {
        var json = JSON()
        var isFirst = true
        json.raw("[")
        forEachRow { row in
            if !isFirst { json.raw(",") }
            json.raw("\n{")
            json.members(names, row)
            json.raw("}")
            if isFirst { json.bytes.reserve(more: count) }
            isFirst = false
        }
        json.raw("\n]\n")
        return json.bytes
    }

    /// Punctuation and white space, as it is.
    package mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// The name of a member with its colon.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A value; what is no number is `null`.
    package mutating func value(_ value: DataValue) {
        switch value {
        case .text(let text): string(text)
        case .number(let number):
            bytes.append(contentsOf: (number.isFinite ? number.plain : "null").utf8)
        case .whole(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number): number.append(to: &bytes)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .instant(let instant):
            bytes.append(UInt8(ascii: "\""))
            instant.appendISO8601(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .day(let day): string(day.description)
        case .missing: raw("null")
        }
    }

    /// A text in quotes, escaped.
    package mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: Self.needsEscape) {
            escape(text)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0a: raw("\\n")
            case 0..<0x20:
                raw("\\u00")
                bytes.append(Self.hex[Int(byte >> 4)])
                bytes.append(Self.hex[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
    }

    /// The members of an object, without its braces: names and values go together by place.
    package mutating func members(_ names: [String], _ values: [DataValue]) {
        var isFirst = true
        for (name, value) in zip(names, values) {
            if !isFirst { raw(",") }
            isFirst = false
            key(name)
            self.value(value)
        }
    }

    private static let hex = Array("0123456789abcdef".utf8)
}

/// A JSON value as a tree, for documents that are small.
indirect enum JSONTree: Hashable, Sendable {
    case value(DataValue)
    case list([JSONTree])
    /// Members in the order in which they are written.
    case object([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONTree

        init(_ name: String, _ value: JSONTree) {
            self.name = name
            self.value = value
        }

        init(_ name: String, _ value: DataValue) {
            self.init(name, .value(value))
        }
    }

    /// The document with an end of line.
    var document: [UInt8] {
        var json = JSON()
        write(to: &json)
        json.raw("\n")
        return json.bytes
    }

    private func write(to json: inout JSON) {
        switch self {
        case .value(let value): json.value(value)
        case .list(let values):
            json.raw("[")
            for (index, value) in values.enumerated() {
                if index > 0 { json.raw(",\n") }
                value.write(to: &json)
            }
            json.raw("]")
        case .object(let members):
            json.raw("{")
            for (index, member) in members.enumerated() {
                if index > 0 { json.raw(",") }
                json.key(member.name)
                member.value.write(to: &json)
            }
            json.raw("}")
        }
    }
}
