package import D8SModel

extension Item {
    /// An item of one finding on its first night, of which a test sets what it is about.
    package static func sample(
        _ finding: Finding = .sample(),
        id: String? = nil,
        state: Life.State = .new,
        night: Int = 1,
        due: Instant? = nil,
        acceptance: Acceptance? = nil,
        rankedBecause: String = "warning; 50 deployments touched"
    ) -> Item {
        let tonight = Day(iso8601: "2026-11-20") ?? Day(number: 0)
        return Item(
            id: id ?? "\(finding.rule)-\(Slug.of(finding.entity.name))",
            findings: [finding],
            severity: finding.severity,
            life: Life(
                state: state,
                firstNight: tonight.adding(days: 1 - night),
                night: night,
                history: Array(repeating: finding.severity, count: night),
                due: due,
                acceptance: acceptance
            ),
            rankedBecause: rankedBecause
        )
    }
}
