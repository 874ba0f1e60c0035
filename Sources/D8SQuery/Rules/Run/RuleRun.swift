import D8SModel

/// The rules of some groups while they are evaluated, with what they have made so far.
struct RuleRun {
    let setting: RuleSetting
    private(set) var groups: [[RuleState]]
    private(set) var recorded = RecordedSamples()
    /// Why the samples could not be read, by the rules that failed one after the other for it.
    private var outages: [QueryError] = []
    /// So many rules are tried on a storage or a server that does not answer; then it is given up.
    private static let outageLimit = 3
    /// The latest time that expressions may read; later samples are not there yet.
    var end: Int64 = .max
    /// Metrics that the next rule sees only as they were before its evaluation: rules after it make
    /// them, and have been evaluated already.
    var hidden: Set<String> = []
    private var hiddenFrom: Int64 = .max

    init(_ groups: [RuleGroup], setting: RuleSetting) {
        self.setting = setting
        let all = groups.flatMap(\.rules).map { ExpressionNames($0.expression) }
        let readsAlerts = all.contains { $0.mayRead("ALERTS") || $0.mayRead("ALERTS_FOR_STATE") }
        self.groups = groups.map { group in
            group.rules.map { rule in
                var state = RuleState(group: group, rule: rule)
                state.recordsAlerts = readsAlerts || setting.alwaysRecordsAlerts
                return state
            }
        }
    }

    /// Everything that is stored, with what the rules made.
    var storage: any SampleStorage {
        OverlayStorage(
            base: setting.storage,
            recorded: recorded,
            end: end,
            hidden: hidden,
            hiddenFrom: hiddenFrom
        )
    }

    /// Evaluates a group's rules at one instant, one after the other.
    mutating func evaluate(group: Int, at time: Int64) async {
        for rule in groups[group].indices { await evaluate(group, rule, at: time) }
    }

    /// Evaluates one rule at one instant.
    mutating func evaluate(_ group: Int, _ rule: Int, at time: Int64) async {
        let state = groups[group][rule]
        let asked = QueryRange(
            start: Instant(milliseconds: time - state.group.queryOffset),
            end: Instant(milliseconds: time - state.group.queryOffset),
            step: 1
        )
        hiddenFrom = time - state.group.queryOffset
        await take(group, rule, await parts(state, over: asked))
    }

    /// Evaluates one rule at all instants of a range.
    mutating func evaluate(_ group: Int, _ rule: Int, over range: QueryRange) async {
        let state = groups[group][rule]
        let offset = state.group.queryOffset
        let asked = QueryRange(
            start: Instant(milliseconds: range.start.milliseconds - offset),
            end: Instant(milliseconds: range.end.milliseconds - offset),
            step: range.step
        )
        await take(group, rule, await parts(state, over: asked))
    }

    private mutating func parts(
        _ state: RuleState,
        over range: QueryRange
    ) async -> [RuleQuery.Part] {
        if outages.count >= Self.outageLimit, let last = outages.last {
            return [RuleQuery.Part(range: range, answer: .failure(last))]
        }
        let query = RuleQuery(
            engine: setting.engine(storage),
            expression: state.rule.expression,
            isStepwise: ExpressionNames(state.rule.expression).namesItsEnds
        )
        let parts = await query.parts(of: range)
        if case .failure(.storage(let reason))? = parts.first?.answer {
            outages.append(.storage(reason: reason))
        } else {
            outages = []
        }
        return parts
    }

    private mutating func take(_ group: Int, _ rule: Int, _ parts: [RuleQuery.Part]) async {
        let offset = groups[group][rule].group.queryOffset
        if parts.count == 1, case .success(let matrix) = parts[0].answer, parts[0].range.count > 1,
            groups[group][rule].take(matrix, over: parts[0].range, recorded: &recorded)
        {
            return
        }
        for part in parts {
            switch part.answer {
            case .failure(let error):
                groups[group][rule].fail(
                    error.reason,
                    at: part.range.start.milliseconds + offset,
                    until: part.range.end.milliseconds + offset,
                    count: part.range.count
                )
            case .success(let matrix):
                let made = await made(by: group, rule, of: matrix, over: part.range)
                keep(made, of: group, rule, at: part.range.start.milliseconds + offset)
            }
        }
    }

    private mutating func keep(
        _ samples: [RecordedSamples.Sample],
        of group: Int,
        _ rule: Int,
        at time: Int64
    ) {
        guard recorded.count + samples.count <= RecordedSamples.countLimit else {
            let limit = RecordedSamples.countLimit
            return groups[group][rule].fail("rules record more than \(limit) samples", at: time)
        }
        recorded.append(samples)
    }

    /// What a rule makes of the answer to its expression.
    ///
    /// Nothing that reads the recorded samples outlives it, so that they grow in place.
    private mutating func made(
        by group: Int,
        _ rule: Int,
        of matrix: [RangeSeries],
        over range: QueryRange
    ) async -> [RecordedSamples.Sample] {
        let offset = groups[group][rule].group.queryOffset
        let expander = expander
        var steps = MatrixSteps(matrix), samples: [RecordedSamples.Sample] = []
        for number in 0..<range.count {
            let time = range.time(number)
            samples += await groups[group][rule].take(
                steps.vector(at: time, offset: offset),
                at: time + offset,
                expander: expander
            )
        }
        return samples
    }

    /// Expands templates with what has been made so far.
    var expander: TemplateExpander {
        let engine = setting.engine(storage)
        return TemplateExpander(
            externalLabels: setting.externalLabels,
            externalURL: setting.externalURL
        ) { expression, time throws(QueryError) in
            try await engine.instant(expression, at: time)
        }
    }
}

extension QueryError {
    /// The first line of what is wrong, which is enough beside the rule's name.
    var reason: String {
        switch self {
        case .syntax(_, let line, let column, let reason): "\(line):\(column): \(reason)"
        case .evaluation, .tooMuch, .storage: description
        }
    }
}
