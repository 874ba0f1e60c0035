/// What the findings of a pack are about, and how series name it.
package struct PackEntity: Hashable, Sendable {
    /// For example `host`.
    package var kind: Entity.Kind
    /// For example `hosts`.
    package var plural: String
    /// The labels that tell one from another, in the order in which its name shows them.
    ///
    /// Empty: the pack is about one thing, such as the whole business.
    package var labels: [String]
    /// Its name, with `{label}` for values; nil joins the values of `labels` with `/`.
    package var name: String?
    /// The label that names who has to act; nil if none does.
    package var owner: String?
    /// The labels by which findings are told apart: one item for each namespace, say, whatever
    /// number of pods; nil: one for each entity.
    package var group: [String]?
    /// Whether such things come and go by themselves, as pods do: one that is gone is no finding.
    package var comesAndGoes: Bool

    package init(
        kind: Entity.Kind,
        plural: String,
        labels: [String],
        name: String? = nil,
        owner: String? = nil,
        group: [String]? = nil,
        comesAndGoes: Bool = false
    ) {
        self.kind = kind
        self.plural = plural
        self.labels = labels
        self.name = name
        self.owner = owner
        self.group = group
        self.comesAndGoes = comesAndGoes
    }

    /// What a finding about this series is about: the entity, or the group that it belongs to.
    package func subject(of series: Series) -> Entity {
        guard let group else { return entity(of: series) }
        let values = group.compactMap { series.value(of: $0) }
        return Entity(
            kind: kind,
            name: values.isEmpty ? kind.rawValue : values.joined(separator: "/")
        )
    }

    /// The entity that these labels name; the kind alone where the pack is about one thing.
    package func entity(of series: Series) -> Entity {
        let values = labels.map { series.value(of: $0) ?? "" }
        guard let name, !labels.isEmpty else {
            let joined = values.filter { !$0.isEmpty }.joined(separator: "/")
            return Entity(kind: kind, name: joined.isEmpty ? kind.rawValue : joined)
        }
        let filled = zip(labels, values).reduce(name) { text, label in
            text.split(separator: "{\(label.0)}", omittingEmptySubsequences: false)
                .joined(separator: label.1)
        }
        return Entity(kind: kind, name: filled.isEmpty ? kind.rawValue : filled)
    }
}
