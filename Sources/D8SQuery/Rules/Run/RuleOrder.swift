/// In which order rules have to be evaluated, and from when on.
struct RuleOrder {
    /// Groups that are evaluated together.
    struct Unit: Hashable {
        var groups: [Int]
        /// Whether a rule reads what comes after it, so that only instant by instant is right.
        var isStepwise: Bool
    }

    private let groups: [RuleGroup]
    private let names: [[ExpressionNames]]
    /// The rules that make a metric, by its name.
    private let makers: [String: [RulePlace]]

    init(_ groups: [RuleGroup]) {
        self.groups = groups
        names = groups.map { $0.rules.map { ExpressionNames($0.expression) } }
        var makers: [String: [RulePlace]] = [:]
        for (group, rules) in groups.map(\.rules).enumerated() {
            for (rule, made) in rules.enumerated() {
                let place = RulePlace(group: group, rule: rule)
                for metric in made.metrics { makers[metric, default: []].append(place) }
            }
        }
        self.makers = makers
    }

    /// The rules whose results this one may read.
    private func sources(of place: RulePlace) -> Set<RulePlace> {
        let names = names[place.group][place.rule]
        let found =
            names.readsAnything || !names.prefixes.isEmpty
            ? makers.filter { names.mayRead($0.key) }.values.flatMap(\.self)
            : names.names.flatMap { makers[$0] ?? [] }
        return Set(found)
    }

    /// The units in the order in which they have to be evaluated.
    var units: [Unit] {
        let needed = groups.indices.map { Set(sources(of: $0)).subtracting([$0]) }
        var waiting = Array(groups.indices), done: Set<Int> = [], units: [Unit] = []
        while !waiting.isEmpty {
            guard let next = waiting.firstIndex(where: { needed[$0].isSubset(of: done) }) else {
                let circle = circle(in: waiting, needed)
                units.append(Unit(groups: circle, isStepwise: true))
                done.formUnion(circle)
                waiting.removeAll { circle.contains($0) }
                continue
            }
            let group = waiting.remove(at: next)
            units.append(Unit(groups: [group], isStepwise: readsAhead(group)))
            done.insert(group)
        }
        return units
    }

    /// The groups that read each other, and all that stands between them: of those that wait, the
    /// ones from which nothing else that waits is reached than they themselves.
    private func circle(in waiting: [Int], _ needed: [Set<Int>]) -> [Int] {
        let open = Set(waiting)
        var smallest = open
        for start in waiting {
            var reached: Set<Int> = [start], next = [start]
            while let group = next.popLast() {
                for other in needed[group].intersection(open) where reached.insert(other).inserted {
                    next.append(other)
                }
            }
            if reached.count < smallest.count { smallest = reached }
        }
        return smallest.sorted()
    }

    private func sources(of group: Int) -> [Int] {
        groups[group].rules.indices.flatMap { rule in
            sources(of: RulePlace(group: group, rule: rule)).map(\.group)
        }
    }

    /// Whether a rule of the group reads what itself or a later one makes.
    private func readsAhead(_ group: Int) -> Bool {
        groups[group].rules.indices.contains { rule in
            sources(of: RulePlace(group: group, rule: rule))
                .contains { $0.group == group && $0.rule >= rule }
        }
    }

    /// The rules of a unit that are in no circle and read nothing of one, in an order in which they
    /// can be evaluated before the others.
    ///
    /// A rule that an earlier one of its group reads ahead is among them only if what it makes can
    /// be hidden from that one, which has to see what was there an evaluation before.
    func free(in unit: Unit) -> [RulePlace] {
        let all = places(of: unit)
        let reads = Dictionary(uniqueKeysWithValues: all.map { ($0, sources(of: $0)) })
        var held: Set<RulePlace> = []
        while true {
            let free = free(of: all, reads, without: held)
            let known = Set(free)
            let ahead = free.filter { place in
                all.contains { reader in
                    reader.group == place.group && reader.rule < place.rule
                        && !known.contains(reader) && reads[reader]?.contains(place) == true
                        && !hidden(from: reader)
                            .isSuperset(of: groups[place.group].rules[place.rule].metrics)
                }
            }
            guard !ahead.isEmpty else { return free }
            held.formUnion(ahead)
        }
    }

    /// Metrics that only rules after this one in its group make: at each evaluation it sees them as
    /// they were before.
    func hidden(from reader: RulePlace) -> Set<String> {
        let later = groups[reader.group].rules.indices.filter { $0 > reader.rule }
        let metrics = Set(later.flatMap { groups[reader.group].rules[$0].metrics })
        return metrics.filter { metric in
            makers[metric]?.allSatisfy { $0.group == reader.group && $0.rule > reader.rule }
                ?? false
        }
    }

    /// The rules that have to be evaluated instant by instant.
    var stepwise: Set<RulePlace> {
        units.filter(\.isStepwise).reduce(into: []) { stepwise, unit in
            stepwise.formUnion(Set(places(of: unit)).subtracting(free(in: unit)))
        }
    }

    /// All rules of a unit.
    func places(of unit: Unit) -> [RulePlace] {
        unit.groups.flatMap { group in
            groups[group].rules.indices.map { RulePlace(group: group, rule: $0) }
        }
    }

    private func free(
        of all: [RulePlace],
        _ reads: [RulePlace: Set<RulePlace>],
        without held: Set<RulePlace>
    ) -> [RulePlace] {
        let inside = Set(all)
        var free: [RulePlace] = [], known: Set<RulePlace> = [], before = -1
        while free.count > before {
            before = free.count
            for place in all where !known.contains(place) && !held.contains(place) {
                let needs = reads[place]?.intersection(inside) ?? []
                let isFree = needs.allSatisfy { source in
                    known.contains(source)
                        && (source.group != place.group || source.rule < place.rule)
                }
                guard isFree else { continue }
                known.insert(place)
                free.append(place)
            }
        }
        return free
    }

    /// From when on each rule has to be evaluated, so that everything is right from `start` on.
    ///
    /// Of rules that read each other in a circle what they remember goes back for ever; they are
    /// given two rounds more.
    func starts(from start: Int64, floor: Int64) -> [[Int64]] {
        var starts = groups.map { group in
            group.rules.map { max(floor, start.clampedDifference($0.memory)) }
        }
        // Readers come before what they read.
        for unit in units.reversed() {
            for _ in 0..<(unit.isStepwise ? 3 : 1) {
                for group in unit.groups.reversed() {
                    for rule in groups[group].rules.indices.reversed() {
                        extend(&starts, before: group, rule, floor: floor)
                    }
                }
            }
        }
        return starts
    }

    /// Lets what a rule reads begin early enough for it.
    private func extend(
        _ starts: inout [[Int64]],
        before group: Int,
        _ rule: Int,
        floor: Int64
    ) {
        let reach = names[group][rule].reach.clampedSum(Self.lookback)
        let wanted = max(floor, starts[group][rule].clampedDifference(reach))
        for source in sources(of: RulePlace(group: group, rule: rule)) {
            starts[source.group][source.rule] = min(starts[source.group][source.rule], wanted)
        }
    }

    /// The rules that these need, themselves included.
    func closure(of wanted: Set<RulePlace>) -> Set<RulePlace> {
        var closure = wanted, next = Array(wanted)
        while let place = next.popLast() {
            for source in sources(of: place) where closure.insert(source).inserted {
                next.append(source)
            }
        }
        return closure
    }

    /// How far Prometheus looks back for the last sample of a series.
    private static let lookback: Int64 = 300_000
}

/// Where a rule stands: the number of its group, and its own in it.
struct RulePlace: Hashable {
    var group: Int
    var rule: Int
}

extension QueryRule {
    /// The metrics that it makes.
    var metrics: [String] {
        switch kind {
        case .recording: [name]
        case .alerting: ["ALERTS", "ALERTS_FOR_STATE"]
        }
    }

    /// How long before an instant its own state there was decided, at least.
    fileprivate var memory: Int64 {
        guard case .alerting(let terms) = kind else { return 0 }
        return terms.holds.clampedSum(terms.keepsFiring)
    }
}

extension Int64 {
    fileprivate func clampedSum(_ other: Int64) -> Int64 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? (other < 0 ? .min : .max) : sum
    }

    fileprivate func clampedDifference(_ other: Int64) -> Int64 {
        let (difference, isTooLarge) = subtractingReportingOverflow(other)
        return isTooLarge ? (other > 0 ? .min : .max) : difference
    }
}
