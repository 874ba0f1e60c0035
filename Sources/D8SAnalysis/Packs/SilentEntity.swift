import D8SModel

/// An entity of which a measure says nothing any more.
struct SilentEntity: Hashable {
    let entity: Entity
    /// The title of the measure; `every measure` if all of them are silent.
    let measure: String
    /// When the last value came, in milliseconds since 1970.
    let last: Int64

    /// All of a pack, by name; none where entities come and go by themselves.
    static func all(in domain: DomainReading, asOf: Int64) -> [SilentEntity] {
        guard !domain.pack.entity.comesAndGoes else { return [] }
        var silent: [Entity: [SilentEntity]] = [:]
        var heard: Set<Entity> = []
        for reading in domain.measures where reading.fault == nil && reading.measure.isSteady {
            for (entity, last) in lastTimes(reading, domain.pack.entity) {
                guard asOf - last > reading.patience else {
                    heard.insert(entity)
                    continue
                }
                let title = reading.measure.name.title
                silent[entity, default: []].append(
                    .init(entity: entity, measure: title, last: last)
                )
            }
        }
        return silent.flatMap { merged($0.value, isHeard: heard.contains($0.key)) }
            .sorted { ($0.entity, $0.measure) < ($1.entity, $1.measure) }
    }

    /// One entry for an entity of which nothing at all is heard.
    private static func merged(_ entries: [SilentEntity], isHeard: Bool) -> [SilentEntity] {
        guard !isHeard, let last = entries.map(\.last).max(), let first = entries.first else {
            return entries
        }
        return [SilentEntity(entity: first.entity, measure: "every measure", last: last)]
    }

    private static func lastTimes(
        _ reading: MeasureReading,
        _ entity: PackEntity
    ) -> [Entity: Int64] {
        var times: [Entity: Int64] = [:]
        for line in reading.week + reading.lines {
            guard let number = line.values.lastIndex(where: { !$0.isNaN }) else { continue }
            let entity = entity.entity(of: line.series)
            times[entity] = max(times[entity] ?? .min, line.times[number])
        }
        return times
    }
}
