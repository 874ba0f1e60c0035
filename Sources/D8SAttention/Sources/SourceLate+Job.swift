import D8SModel

extension SourceLate {
    /// Rows that the table of a job's late sources has at most.
    private static let tableLength = 40

    /// One finding for the sources of a job that are late together.
    static func finding(
        about job: LateJob,
        on night: Night,
        policy: AttentionPolicy
    ) -> Finding? {
        let each = job.late.compactMap { finding(about: $0, on: night, policy: policy) }
        guard let severity = each.map(\.severity).max() else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: job.name),
            severity: severity,
            since: job.since,
            magnitude: each.map(\.magnitude).max() ?? 1,
            reach: Double(job.late.count),
            cause: SourceRules.cause(ofSource: job.name),
            statements: statements(job, on: night),
            actions: [
                Action(
                    text: "Look for what the late sources of \(shown(job)) share: a network, a "
                        + "password, a release.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: evidence(job, on: night)
        )
    }

    private static func shown(_ job: LateJob) -> String { Redaction.redacted(job.name) }

    private static func statements(_ job: LateJob, on night: Night) -> [Audience: Statement] {
        let format = Format(zone: night.zone)
        let count = "\(format.whole(job.late.count)) of \(format.whole(job.size))"
        let since = job.since.map { format.dateTime($0, reference: night.asOf) } ?? "long ago"
        let error = job.late.first?.errorSentence(on: night) ?? ""
        return [
            .executive: Statement(
                title: "\(count) sources of \(shown(job)) tell nothing new",
                detail: "The first went silent on \(since). What has happened there since is not "
                    + "known."
            ),
            .devops: Statement(
                title: "\(count) sources of \(shown(job)) are late",
                detail: "The first was last collected on \(since). " + error
            ),
            .analyst: Statement(
                title: "No data from \(count) sources of \(shown(job))",
                detail: "The first ends on \(since). Sums and means over the job are of the others "
                    + "alone from then on."
            ),
        ]
    }

    private static func evidence(_ job: LateJob, on night: Night) -> Evidence {
        let rows = job.late.prefix(tableLength).map { source -> [EvidenceTable.Cell] in
            [
                .text(source.shownName),
                source.lastSuccess.map { .time($0) } ?? .missing("never"),
                source.lastError.map { .text(Redaction.redacted($0)) } ?? .missing("none"),
            ]
        }
        let part = job.late.count > rows.count ? "\(rows.count) of the \(job.late.count)" : "The"
        return Evidence(
            table: EvidenceTable(
                title: "\(part) late sources",
                columns: ["Source", "Last success", "Last error"],
                rows: rows
            ),
            method: "age of the last successful collection of each against what it is allowed",
            data: "\(job.late.count) of \(job.size) sources of the job are late",
            commands: ["d8s explain \(rule.name)-\(Slug.of(job.name)) --as-of \(night.asOf)"]
        )
    }
}
