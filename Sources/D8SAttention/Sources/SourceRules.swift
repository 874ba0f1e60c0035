package import D8SModel

/// The rules about the sources themselves: absence of data is an item, never "as it should be".
package enum SourceRules {
    /// What the methods page says about each.
    package static let all: [Rule] = [
        SourceLate.rule, SourceNeverCollected.rule, SourceEmpty.rule, SourceRejectedRows.rule,
        SourceClockAhead.rule, SeriesShrinking.rule, SeriesLimit.rule, NothingWatched.rule,
        EngineSilent.rule,
    ]

    /// What these rules find tonight, by source name and in the order of `all`.
    package static func findings(
        of sources: [SourceState],
        on night: Night,
        policy: AttentionPolicy = AttentionPolicy()
    ) -> [Finding] {
        let nothing = [NothingWatched.finding(about: sources, on: night)].compactMap(\.self)
        let jobs = LateJob.all(of: sources, on: night, policy: policy)
        let together = Set(jobs.flatMap(\.late).map(\.name))
        return nothing
            + jobs.compactMap { SourceLate.finding(about: $0, on: night, policy: policy) }
            + sources.sorted { $0.name < $1.name }.flatMap { source in
                [
                    together.contains(source.name)
                        ? nil : SourceLate.finding(about: source, on: night, policy: policy),
                    SourceNeverCollected.finding(about: source, on: night),
                    SourceEmpty.finding(about: source, on: night),
                    SourceRejectedRows.finding(about: source, on: night),
                    SourceClockAhead.finding(about: source, on: night),
                    SeriesShrinking.finding(about: source, on: night),
                    SeriesLimit.finding(about: source, on: night),
                ].compactMap(\.self)
            }
    }

    /// What to say of servers that do not answer, in their order.
    package static func findings(ofSilent engines: [SilentEngine]) -> [Finding] {
        engines.map(EngineSilent.finding)
    }

    /// How many of these are neither late nor without any data, for `Checks.freshSources`.
    package static func freshCount(
        of sources: [SourceState],
        on night: Night,
        policy: AttentionPolicy = AttentionPolicy()
    ) -> Int {
        sources.count { !isSilent($0, on: night, policy: policy) }
    }

    /// Whether nothing new can be known from this source: late, never collected, or empty.
    package static func isSilent(
        _ source: SourceState,
        on night: Night,
        policy: AttentionPolicy = AttentionPolicy()
    ) -> Bool {
        guard let lastSuccess = source.lastSuccess, source.newestEvent != nil else { return true }
        return SourceLate.isLate(source, since: lastSuccess, on: night, policy: policy)
    }

    /// The cause under which findings are listed that a silent source explains.
    package static func cause(ofSource name: String) -> String {
        "\(Entity.Kind.source.rawValue):\(name)"
    }
}
