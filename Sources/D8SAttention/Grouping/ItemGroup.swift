import D8SModel

/// The findings of one item before anything is known of its life.
struct ItemGroup {
    let id: String
    /// The finding that names the cause first, then the rest in rank order; never empty.
    let lead: Finding
    let rest: [Finding]
    /// The highest severity of the findings that silence does not explain.
    let severity: Severity

    var findings: [Finding] { [lead] + rest }
    var magnitude: Double { lead.magnitude }
    /// The largest of the findings: adding them up would count the same people twice.
    var reach: Double { findings.map(\.reach).filter(\.isFinite).max() ?? 0 }
    /// From 0 to 1; a plain fact is certain.
    var confidence: Double {
        lead.confidence.map { $0.isFinite ? $0 : 0 } ?? 1
    }
    var title: String { lead.statements[.devops]?.title ?? lead.rule }

    /// One group for each cause, and one for each rule and entity that stands alone.
    ///
    /// Findings of one rule about one entity are one item, so that ids are stable: rule and slug
    /// of the entity. The finding that names a cause is the one about the very entity that the
    /// cause spells as `kind:name` (`source:git:checkout`); where there is none, the id comes from
    /// the cause.
    static func groups(
        of findings: [Finding],
        silence: Silence,
        policy: AttentionPolicy
    ) -> [ItemGroup] {
        let members = findings.map { finding in
            let silenced = silence.cause(of: finding, policy: policy)
            return Member(finding: finding, cause: silenced ?? finding.cause, silenced != nil)
        }
        let byKey = Dictionary(grouping: members, by: \.key)
        var taken: Set<String> = []
        return byKey.keys.sorted().compactMap { key in
            byKey[key].flatMap { ItemGroup($0, taken: &taken) }
        }
    }

    private init?(_ members: [Member], taken: inout Set<String>) {
        let ordered = members.sorted { Member.ranksBefore($0, $1) }
        guard let first = ordered.first else { return nil }
        lead = first.finding
        rest = ordered.dropFirst().map(\.finding)
        severity =
            ordered.filter { !$0.isSilenced }.map(\.finding.severity).max()
            ?? first.finding.severity
        let base = first.baseID
        id = taken.contains(base) ? Self.freeID(base, taken) : base
        taken.insert(id)
    }

    /// Only two causes whose names differ in where rule and entity meet come here.
    private static func freeID(_ base: String, _ taken: Set<String>) -> String {
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }
}

/// A finding with the cause under which it is listed.
private struct Member {
    let finding: Finding
    let cause: String?
    let isSilenced: Bool

    init(finding: Finding, cause: String?, _ isSilenced: Bool) {
        self.finding = finding
        self.cause = cause
        self.isSilenced = isSilenced
    }

    var namesCause: Bool {
        cause == "\(finding.entity.kind.rawValue):\(finding.entity.name)"
    }

    /// What findings share that are one item.
    var key: String {
        let entity = finding.entity
        return cause.map { "cause\0\($0)" }
            ?? "finding\0\(finding.rule)\0\(entity.kind.rawValue)\0\(entity.name)"
    }

    /// The id of a group that this member leads.
    var baseID: String {
        guard let cause, !namesCause else {
            return "\(Slug.of(finding.rule))-\(Slug.of(finding.entity.name))"
        }
        return "cause-\(Slug.of(cause))"
    }

    static func ranksBefore(_ left: Member, _ right: Member) -> Bool {
        if left.namesCause != right.namesCause { return left.namesCause }
        let (one, other) = (left.finding, right.finding)
        if one.severity != other.severity { return one.severity > other.severity }
        if one.reach != other.reach { return one.reach > other.reach }
        let (sure, otherSure) = (one.confidence ?? 1, other.confidence ?? 1)
        if sure != otherSure { return sure > otherSure }
        if one.rule != other.rule { return one.rule < other.rule }
        if one.entity != other.entity { return one.entity < other.entity }
        if one.magnitude != other.magnitude { return one.magnitude > other.magnitude }
        return (one.measure?.name.rawValue ?? "") < (other.measure?.name.rawValue ?? "")
    }
}
