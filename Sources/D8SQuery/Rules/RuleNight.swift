package import D8SModel

/// Evaluates rules over a night: what would have fired, since when and how long.
package struct RuleNight: Sendable {
    private let groups: [RuleGroup]
    private let setting: RuleSetting

    /// How far back it is looked for the beginning of an alert, in milliseconds.
    private static let longest: Int64 = 30 * 86_400_000

    package init(_ groups: [RuleGroup], on setting: RuleSetting) {
        self.groups = groups
        self.setting = setting
    }

    /// What the rules come to from one instant to another.
    ///
    /// Before the start they are evaluated for as long as `for`, `keep_firing_for` and the ranges of
    /// expressions need; for alerts that fire all that time, for up to 30 days, to see since when.
    /// Rules that have to be evaluated instant by instant are not: of those it stays open.
    package func report(from start: Instant, to end: Instant) async -> RuleReport {
        let order = RuleOrder(groups)
        let all = Set(order.units.flatMap(order.places))
        let floor = end.milliseconds - Self.longest
        var from = max(start.milliseconds, floor), wanted = all
        let first = await evaluate(wanted, from: from, to: end, floor: floor)
        var outcomes = first.outcomes
        let slow = order.stepwise
        while from > floor {
            let older = outcomes.filter { wanted.contains($0.key) && $0.value.isOlder }
            wanted = Set(older.keys).filter { order.closure(of: [$0]).isDisjoint(with: slow) }
            guard !wanted.isEmpty else { break }
            from = max(floor, end.milliseconds - 5 * (end.milliseconds - from))
            let earlier = await evaluate(wanted, from: from, to: end, floor: floor).outcomes
            outcomes.merge(earlier) { known, older in
                RuleOutcome(firings: older.firings, failure: known.failure)
            }
        }
        return report(outcomes, first.storage, from: start)
    }

    private func report(
        _ outcomes: [RulePlace: RuleOutcome],
        _ storage: any SampleStorage,
        from start: Instant
    ) -> RuleReport {
        let sorted = outcomes.sorted {
            ($0.key.group, $0.key.rule) < ($1.key.group, $1.key.rule)
        }
        return RuleReport(
            rules: sorted.count,
            firings: sorted.flatMap(\.value.firings).filter { $0.ended.map { $0 > start } ?? true },
            failures: sorted.compactMap(\.value.failure).filter { $0.last >= start },
            storage: storage
        )
    }

    /// Evaluates some rules, and what they need.
    private func evaluate(
        _ wanted: Set<RulePlace>,
        from: Int64,
        to end: Instant,
        floor: Int64
    ) async -> (outcomes: [RulePlace: RuleOutcome], storage: any SampleStorage) {
        let order = RuleOrder(groups)
        let needed = order.closure(of: wanted)
        let starts = order.starts(from: from, floor: floor)
        var run = RuleRun(groups, setting: setting)
        for unit in order.units {
            let places = order.places(of: unit)
            let whole = unit.isStepwise ? order.free(in: unit) : places
            for place in whole where needed.contains(place) {
                let start = starts[place.group][place.rule]
                let range = grid(of: place.group, from: start, to: end)
                await run.evaluate(place.group, place.rule, over: range)
            }
            let stepped = Set(places).subtracting(whole).intersection(needed)
            await step(stepped, order, starts, end, &run)
        }
        var outcomes: [RulePlace: RuleOutcome] = [:]
        for place in wanted.sorted(by: { ($0.group, $0.rule) < ($1.group, $1.rule) }) {
            outcomes[place] = await run.outcome(place, from: from)
        }
        return (outcomes, run.storage)
    }

    /// Evaluates rules that read each other, instant by instant.
    private func step(
        _ places: Set<RulePlace>,
        _ order: RuleOrder,
        _ starts: [[Int64]],
        _ end: Instant,
        _ run: inout RuleRun
    ) async {
        let rules = Dictionary(grouping: places, by: \.group).mapValues { $0.map(\.rule).sorted() }
        let used = rules.keys.sorted()
        let grids = used.map { group in
            let start = rules[group]?.map { starts[group][$0] }.min()
            return grid(of: group, from: start ?? end.milliseconds, to: end)
        }
        let hidden = Dictionary(uniqueKeysWithValues: places.map { ($0, order.hidden(from: $0)) })
        var times: Set<Int64> = []
        for grid in grids { times.formUnion((0..<grid.count).map(grid.time)) }
        for time in times.sorted() {
            for (group, grid) in zip(used, grids)
            where time >= grid.start.milliseconds && time % grid.step == 0 {
                for rule in rules[group] ?? [] {
                    run.hidden = hidden[RulePlace(group: group, rule: rule)] ?? []
                    await run.evaluate(group, rule, at: time)
                }
            }
        }
        run.hidden = []
    }

    /// The instants of a group: the multiples of its interval.
    private func grid(of group: Int, from: Int64, to end: Instant) -> QueryRange {
        let interval = groups[group].interval ?? RuleGroup.defaultInterval
        let rest = from % interval
        let first = rest == 0 ? from : from - rest + (rest > 0 ? interval : 0)
        return QueryRange(start: Instant(milliseconds: first), end: end, step: interval)
    }
}
