import D8SModel

/// The series of a measure that one item is about, worst first.
struct Affected {
    /// Never empty.
    let states: [LineState]
    let worst: LineState
    let subject: Entity
    /// The entities that they belong to, worst first, each once.
    let entities: [Entity]
    /// The owner that all of them name; nil if none does, or if they differ.
    let owner: String?

    /// One for each subject, in the order of the worst of each.
    static func all(_ states: [LineState], of entity: PackEntity) -> [Affected] {
        var order: [Entity] = []
        var groups: [Entity: [LineState]] = [:]
        for state in states {
            let subject = entity.subject(of: state.line.series)
            if groups[subject] == nil { order.append(subject) }
            groups[subject, default: []].append(state)
        }
        return order.compactMap { subject in
            groups[subject].flatMap { Affected($0, subject: subject, entity) }
        }
    }

    private init?(_ states: [LineState], subject: Entity, _ entity: PackEntity) {
        let shown = states.contains(where: \.lasts) ? states.filter(\.lasts) : states
        guard let worst = shown.first else { return nil }
        self.states = states
        self.worst = worst
        self.subject = subject
        var seen: Set<Entity> = []
        entities = shown.map { entity.entity(of: $0.line.series) }
            .filter { seen.insert($0).inserted }
        let owners = Set(
            shown.map { state in
                entity.owner.flatMap { state.line.series.value(of: $0) }
            }
        )
        owner = owners.count == 1 ? owners.first ?? nil : nil
    }

    /// `db1`, or `db1 and 2 more`.
    var name: String {
        let first = entities.first?.name ?? subject.name
        return entities.count > 1 ? "\(first) and \(entities.count - 1) more" : first
    }

    /// When the first of those that last began; else when the last of those that ended did.
    var since: Int64 {
        worst.lasts
            ? states.filter(\.lasts).map(\.since).min() ?? worst.since
            : states.map(\.since).max() ?? worst.since
    }

    /// Grows when the worst one does, and when more are affected.
    var magnitude: Double { 1 + worst.excess + Double(entities.count - 1) }
}
