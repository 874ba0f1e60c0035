/// A column that an imported file may have: its names and what it means, for the reader, the help
/// text and the manual alike.
package struct ImportColumn: Sendable {
    package let name: String
    /// Other names under which it is found.
    package let aliases: [String]
    /// A row without it is bad, and a file without it is refused.
    package let isRequired: Bool
    /// One sentence without a full stop.
    package let meaning: String
    /// The value where a file has no such column; nil if there is none.
    package let fallback: String?
    let field: ImportField

    init(
        _ field: ImportField,
        _ name: String,
        aliases: [String] = [],
        isRequired: Bool = false,
        fallback: String? = nil,
        _ meaning: String
    ) {
        self.field = field
        self.name = name
        self.aliases = aliases
        self.isRequired = isRequired
        self.fallback = fallback
        self.meaning = meaning
    }

    /// True if a header calls this column `name`; `Finished-At`, `finished at` and `finishedAt` are
    /// one name.
    func isCalled(_ name: String) -> Bool {
        let key = Self.key(of: name)
        return Self.key(of: self.name) == key || aliases.contains { Self.key(of: $0) == key }
    }

    /// What is compared of a name: its letters and digits without `-`, `_`, spaces and case.
    static func key(of name: String) -> String {
        String(name.filter { !"-_ \t".contains($0) }).lowercased()
    }
}
