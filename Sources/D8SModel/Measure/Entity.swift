/// What a measure or a finding is about.
package struct Entity: Hashable, Comparable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case service, source, team, organisation, alert
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
