import D8SModel

/// Which services cannot be seen tonight, because every source of theirs is silent.
struct Silence {
    /// The silent source that stands for each blind service: the first by name.
    let sourceOfService: [String: String]

    init(of sources: [SourceState], on night: Night, policy: AttentionPolicy) {
        var silent: [String: String] = [:]
        var seen: Set<String> = []
        for source in sources.sorted(by: { $0.name < $1.name }) {
            let isSilent = SourceRules.isSilent(source, on: night, policy: policy)
            for service in source.services {
                if !isSilent {
                    seen.insert(service)
                } else if silent[service] == nil {
                    silent[service] = source.name
                }
            }
        }
        sourceOfService = silent.filter { !seen.contains($0.key) }
    }

    var blindServices: [String] { sourceOfService.keys.sorted() }

    /// Whether nothing can be known of this entity tonight.
    func hides(_ entity: Entity) -> Bool {
        entity.kind == .service && sourceOfService[entity.name] != nil
    }

    /// The cause that silence gives a finding about something missing; nil if it has none.
    func cause(of finding: Finding, policy: AttentionPolicy) -> String? {
        guard finding.entity.kind == .service, policy.silenceRules.contains(finding.rule)
        else { return nil }
        return sourceOfService[finding.entity.name].map(SourceRules.cause(ofSource:))
    }
}
