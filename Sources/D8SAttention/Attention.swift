package import D8SModel

/// Findings of one night and the memory of earlier ones, made into what people are shown.
package enum Attention {
    /// The items of this night in rank order, with their life across nights.
    ///
    /// The rules about sources (`SourceRules`) are applied here, so that what a silent source
    /// explains can be listed under it. Only entries of nights before this one are read: running
    /// the same night again gives the same result.
    ///
    /// - Parameters:
    ///   - findings: What the analyses of this night found, in any order.
    ///   - sources: How every source stands tonight.
    ///   - ledger: Entries of the attention ledger in any order; those of tonight and later are
    ///     ignored.
    ///   - acceptances: What somebody accepted; of several for one item the longest counts.
    ///   - night: The night the report is about.
    ///   - isBlind: Whether something could not be looked at tonight, so that what is not raised may
    ///     go on all the same.
    ///   - policy: Margins and intervals.
    /// - Returns: Items, what is accepted, resolved or unseen, and tonight's entries.
    package static func items(
        findings: [Finding],
        sources: [SourceState],
        ledger: [LedgerEntry],
        acceptances: [Acceptance],
        night: Night,
        isBlind: Bool = false,
        policy: AttentionPolicy = AttentionPolicy()
    ) -> AttentionResult {
        let silence = Silence(of: sources, on: night, policy: policy)
        let all = findings + SourceRules.findings(of: sources, on: night, policy: policy)
        let groups = ItemGroup.groups(of: all, silence: silence, policy: policy)
        let past = PastLife.byItem(ledger, before: night.day)
        let held = acceptances.longestByItem

        let candidates = groups.map {
            Candidate(group: $0, past: past[$0.id], acceptance: held[$0.id], night, policy)
        }
        let ranked = candidates.sorted(by: Candidate.ranksBefore)
        let raised = Set(groups.map(\.id))
        let gone = past.keys.filter { !raised.contains($0) }.sorted().compactMap { past[$0] }
        let isUnseen = { (life: PastLife) in
            silence.hides(life.last.entity) || isBlind && life.last.entity.kind != .source
        }
        let ended = gone.filter { !isUnseen($0) }.map(\.resolved)

        return AttentionResult(
            items: ranked.filter { !$0.isAccepted }.map(\.item),
            accepted: ranked.filter(\.isAccepted).map(\.item),
            resolved: ended.filter { !$0.isOldNews(policy) },
            unseen: gone.filter(isUnseen).map(\.last),
            blindServices: silence.blindServices,
            entries: (ranked.map(\.entry) + ended.map { $0.entry(on: night.day) })
                .sorted { $0.item < $1.item },
            expiredAcceptances: held.values
                .filter { raised.contains($0.item) && $0.until < night.day }
                .sorted { $0.item < $1.item },
            unusedAcceptances: held.values
                .filter { !raised.contains($0.item) }
                .sorted { $0.item < $1.item }
        )
    }
}

extension [Acceptance] {
    /// The acceptance of each item that holds longest; ties by owner and reason.
    fileprivate var longestByItem: [String: Acceptance] {
        Dictionary(map { ($0.item, $0) }) { left, right in
            (left.until, left.owner, left.reason) < (right.until, right.owner, right.reason)
                ? right : left
        }
    }
}

extension ResolvedItem {
    /// Whether it ended because it was told long enough.
    fileprivate func isOldNews(_ policy: AttentionPolicy) -> Bool {
        policy.newsRules.contains { last.item.hasPrefix($0 + "-") }
    }

    /// What the ledger remembers of an item on the night on which it is gone.
    fileprivate func entry(on night: Day) -> LedgerEntry {
        LedgerEntry(
            item: last.item,
            night: night,
            state: .resolved,
            severity: last.severity,
            magnitude: last.magnitude,
            title: last.title,
            entity: last.entity
        )
    }
}
