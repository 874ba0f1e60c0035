/// What a measure or a finding is about.
package struct Entity: Hashable, Comparable, Sendable {
    /// What sort of thing it is, as one word: `service`, or what a pack says (`host`, `pod`).
    package struct Kind: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        /// Nil for an empty word.
        package init?(rawValue: String) {
            guard !rawValue.isEmpty else { return nil }
            self.rawValue = rawValue
        }

        private init(_ word: StaticString) { rawValue = "\(word)" }

        package static let service = Kind("service")
        package static let source = Kind("source")
        package static let team = Kind("team")
        package static let organisation = Kind("organisation")
        package static let alert = Kind("alert")
        package static let pack = Kind("pack")
        package static let rules = Kind("rules")
    }

    package let kind: Kind
    package let name: String

    package init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }

    package static func < (left: Entity, right: Entity) -> Bool {
        (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
    }
}
