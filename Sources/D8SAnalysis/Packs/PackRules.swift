package import D8SModel

/// The rules of the packs that are at work: from a night's readings to findings.
package enum PackRules {
    /// Every measure with thresholds as a rule, for the methods page; and the rules about readings
    /// that are missing.
    package static func rules(of packs: [Pack], format: Format) -> [Rule] {
        packs.flatMap { pack in
            pack.measures.filter { !$0.thresholds.isEmpty }
                .map { PackRuleText(pack: pack, measure: $0, format: format).rule }
        } + (packs.isEmpty ? [] : [PackSilence.rule, PackFault.rule, PackUnreadable.rule])
    }

    /// What needs attention, in the order of packs and measures.
    ///
    /// `problems` are what is wrong with packs that cannot be used.
    package static func findings(
        in readings: [DomainReading],
        problems: [String] = [],
        asOf: Instant,
        format: Format
    ) -> [Finding] {
        let night = PackNight(asOf: asOf, format: format)
        return PackUnreadable.findings(problems, format)
            + readings.flatMap { domain in
                domain.measures.flatMap { findings(about: $0, of: domain.pack, night) }
                    + PackSilence.findings(in: domain, night)
                    + PackFault.findings(in: domain, night)
            }
    }

    /// Series × thresholds that were tried, and two rules for each pack.
    package static func testCount(in readings: [DomainReading]) -> Int {
        readings.reduce(0) { sum, domain in
            sum + 2
                + domain.measures.reduce(0) { $0 + $1.lines.count * $1.measure.thresholds.count }
        }
    }

    /// The entities of each pack, and how many of them are beyond a limit or silent.
    ///
    /// Services are left out, since delivery counts them, and packs about one thing; packs that call
    /// theirs the same are counted together.
    package static func things(in readings: [DomainReading], asOf: Instant) -> [Checks.Thing] {
        var things: [Checks.Thing] = []
        for thing in readings.compactMap({ thing(in: $0, asOf: asOf) }) {
            if let place = things.firstIndex(where: { $0.noun == thing.noun }) {
                things[place] = Checks.Thing(
                    noun: thing.noun,
                    count: things[place].count + thing.count,
                    unwell: things[place].unwell + thing.unwell
                )
            } else {
                things.append(thing)
            }
        }
        return things
    }

    private static func thing(in domain: DomainReading, asOf: Instant) -> Checks.Thing? {
        let entity = domain.pack.entity
        guard !entity.labels.isEmpty, entity.kind != .service else { return nil }
        let series = domain.measures.flatMap { $0.lines + $0.week }.map(\.series)
        let states = domain.measures.flatMap { MeasureJudgement($0).states() }
        let beyond = states.filter(\.lasts).map { entity.entity(of: $0.line.series) }
        let silent = SilentEntity.all(in: domain, asOf: asOf.milliseconds).map(\.entity)
        let count = Set(series.map(entity.entity(of:))).count
        guard count > 0 else { return nil }
        return Checks.Thing(
            noun: entity.plural,
            count: count,
            unwell: Set(beyond + silent).count
        )
    }

    /// The measure's rule: `system-cpu-use`.
    static func name(of measure: PackMeasure) -> String {
        String(measure.name.rawValue.map { $0 == "." || $0 == "_" ? "-" : $0 })
    }

    private static func findings(
        about reading: MeasureReading,
        of pack: Pack,
        _ night: PackNight
    ) -> [Finding] {
        let states = MeasureJudgement(reading).states()
        return Affected.all(states, of: pack.entity).map { affected in
            finding(about: affected, reading, pack, night)
        }
    }

    private static func finding(
        about affected: Affected,
        _ reading: MeasureReading,
        _ pack: Pack,
        _ night: PackNight
    ) -> Finding {
        let worst = affected.worst
        let sentences = PackSentences(reading: reading, affected: affected, night: night)
        return Finding(
            rule: name(of: reading.measure),
            entity: affected.subject,
            owner: affected.owner,
            severity: worst.severity,
            measure: measure(worst.value, worst, reading, pack),
            since: Instant(milliseconds: affected.since),
            magnitude: affected.magnitude,
            reach: Double(affected.entities.count),
            statements: sentences.statements,
            actions: actions(of: reading.measure, sentences),
            evidence: PackProof(pack: pack, reading: reading, affected: affected, night: night)
                .evidence
        )
    }

    private static func measure(
        _ value: Double,
        _ state: LineState,
        _ reading: MeasureReading,
        _ pack: Pack
    ) -> Measure {
        Measure(
            name: reading.measure.name,
            entity: pack.entity.entity(of: state.line.series),
            value: value.isFinite ? value : nil,
            n: state.line.values.count,
            window: reading.window,
            method: "PromQL: \(PackQuery(reading.measure.query).oneLine)"
        )
    }

    private static func actions(
        of measure: PackMeasure,
        _ sentences: PackSentences
    ) -> [Action] {
        let actions = measure.actions.map {
            Action(text: sentences.filled($0.text), impact: $0.impact, effort: $0.effort)
        }
        guard let runbook = measure.runbook else { return actions }
        return actions + [Action(text: "Follow \(runbook).", impact: .medium, effort: .low)]
    }
}
