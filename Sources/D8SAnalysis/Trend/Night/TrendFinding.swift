import D8SModel

/// The item that a sign makes.
struct TrendFinding {
    /// From this part of what it was on a new level is a warning.
    private static let much = 0.5

    let sign: TrendSign
    let window: TrendWindow
    let format: Format
    /// How many tests were made in the night.
    let tests: Int

    var entity: Entity { sign.pack.entity.subject(of: sign.series) }

    func isAboutTheSame(as other: TrendFinding) -> Bool {
        entity == other.entity && sign.measure.name == other.sign.measure.name
    }

    var finding: Finding {
        let words = TrendWords(sign: sign, window: window, format: format)
        let (before, after) = sign.span
        return Finding(
            rule: rule.name + "-" + PackRules.name(of: sign.measure),
            entity: entity,
            owner: sign.pack.entity.owner.flatMap { sign.series.value(of: $0) },
            severity: severity,
            measure: measure(after, isOfSpread ? "the spread" : "the value"),
            baseline: measure(before, "what was usual"),
            since: since,
            magnitude: 1 + abs(sign.relative ?? 1),
            confidence: 1 - sign.p,
            reach: 1,
            cause: cause,
            statements: words.statements,
            actions: words.actions,
            evidence: TrendProof(finding: self, words: words).evidence
        )
    }

    var rule: Rule {
        switch sign.kind {
        case .odd: TrendRules.odd
        case .shift: TrendRules.shift
        case .spread: TrendRules.spread
        case .creep: TrendRules.creep
        }
    }

    /// What is unlike the days before in one night at one entity is one item; a slope is its own.
    private var cause: String? {
        if case .creep = sign.kind { return nil }
        return "measures:\(entity.kind.rawValue):\(entity.name)"
    }

    /// When it began; nil for what has gone on for weeks.
    var since: Instant? {
        switch sign.kind {
        case .odd(let anomaly): window.time(anomaly.range.lowerBound)
        case .shift(let shift), .spread(let shift): window.time(shift.index)
        case .creep: nil
        }
    }

    private var severity: Severity {
        switch sign.kind {
        case .odd, .spread: return .info
        case .shift: return abs(sign.relative ?? 0) >= Self.much ? .warning : .info
        case .creep:
            let isSoon = sign.crossing.map { $0.expected <= TrendWindow.news } ?? false
            return isSoon ? .warning : .info
        }
    }

    private var isOfSpread: Bool {
        if case .spread = sign.kind { return true }
        return false
    }

    private func measure(_ value: Double, _ method: String) -> Measure {
        Measure(
            name: sign.measure.name,
            entity: sign.pack.entity.entity(of: sign.series),
            value: value,
            n: sign.values.count(where: \.isFinite),
            window: Window(start: window.start, end: window.end),
            method: "\(method); PromQL: \(PackQuery(sign.measure.query).oneLine)"
        )
    }
}
