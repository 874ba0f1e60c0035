/// A JSON value (RFC 8259); numbers keep their digits, members their order's last say.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it was written: `1.50`, `18446744073709551615`.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Of a name that is there twice, the last value.
    case object([String: JSONValue])

    /// The value at this member; nil if this is no object, has none, or holds a null.
    package subscript(_ member: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members[member], value != .null else {
            return nil
        }
        return value
    }

    /// The element at this place; nil if this is no array, has none, or holds a null.
    package subscript(_ index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index),
            elements[index] != .null
        else { return nil }
        return elements[index]
    }

    /// The elements; nil if this is no array.
    package var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The text of a string; nil for everything else.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The text of a string, a number as it was written, `true` or `false`; nil for everything else.
    package var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// A number, or a string that holds one; nil for everything else.
    package var double: Double? {
        switch self {
        case .number(let text), .string(let text): Double(text)
        default: nil
        }
    }

    /// A whole number, or a string that holds one; nil for everything else.
    package var integer: Int64? {
        switch self {
        case .number(let text), .string(let text): Int64(text)
        default: nil
        }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}
