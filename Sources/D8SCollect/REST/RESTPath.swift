/// A way to values inside a JSON value: a small path language, or a JSON Pointer (RFC 6901).
///
/// - `a.b`: the member `b` of the member `a`; `["odd name"]` for names with dots or brackets.
/// - `[0]`, `[-1]`: an element, counted from the end if negative.
/// - `[*]`: every element of an array, or every member of a map in the order of the names' bytes.
/// - `[state=success,failure]`: those elements whose member has one of these texts; a map itself, if
///   its member does.
/// - `.`: the value itself.
/// - `@key`: the name under which the row stands in a map; `@parent.a`: in the row's own container,
///   where `[*]` led to the row through two lists.
/// - `/a/0/b`: a JSON Pointer, which begins with a slash.
package struct RESTPath: Hashable, Sendable {
    enum Root: Hashable, Sendable {
        case row, parent, key
    }

    enum Step: Hashable, Sendable {
        case member(String)
        case index(Int)
        case every
        case having(member: String, values: [String])
        /// A token of a JSON Pointer: a member's name, or an element's place.
        case token(String)
    }

    let root: Root
    let steps: [Step]
    /// As it was written.
    package let text: String

    /// The path of this text.
    ///
    /// - Throws: `RESTSyntaxFault` with what is wrong about it.
    package init(_ text: String) throws(RESTSyntaxFault) {
        var parser = RESTPathParser(text)
        (root, steps) = try parser.path()
        self.text = text
    }

    /// The values that it leads to in a row, without nulls, in their order.
    func values(in row: RESTRow) -> [JSONValue] {
        switch root {
        case .row: values(in: row.value)
        case .parent: row.parent.map(values) ?? []
        case .key: row.key.map { [.string($0)] } ?? []
        }
    }

    func values(in value: JSONValue) -> [JSONValue] {
        rows(in: value).map(\.value)
    }

    /// The values that it leads to, each with its name in a map and its container.
    func rows(in value: JSONValue) -> [RESTRow] {
        var rows = [RESTRow(value: value)]
        for step in steps { rows = rows.flatMap { Self.step(step, from: $0) } }
        return rows.filter { $0.value != .null }
    }

    private static func step(_ step: Step, from row: RESTRow) -> [RESTRow] {
        switch step {
        case .member(let name): row.value[name].map { [row.moved(to: $0)] } ?? []
        case .index(let index): element(index, of: row.value).map { [row.moved(to: $0)] } ?? []
        case .token(let token): tokenValue(token, in: row.value).map { [row.moved(to: $0)] } ?? []
        case .every: row.entries
        case .having(let member, let values):
            (row.value.elements ?? [row.value]).filter {
                $0[member]?.text.map(values.contains) ?? false
            }.map(row.moved)
        }
    }

    private static func element(_ index: Int, of value: JSONValue) -> JSONValue? {
        guard let count = value.elements?.count else { return nil }
        return value[index < 0 ? count + index : index]
    }

    /// RFC 6901, section 4: an index has no leading zero.
    private static func tokenValue(_ token: String, in value: JSONValue) -> JSONValue? {
        if value.members != nil { return value[token] }
        guard token == "0" || token.first != "0", token.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        return Int(token).flatMap { value[$0] }
    }
}
