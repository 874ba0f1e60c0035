import D8SModel

/// One service's history worked out once: what every window and week counts from.
struct ServiceFigures {
    let history: ServiceHistory
    let calendar: DeliveryCalendar
    let policy: DeliveryPolicy
    let grading: Grading
    let releases: Releases
    let mapping: ChangeMapping
    let directions: Directions
    let judgement: Judgement
    let leadTimes: LeadTimes

    init(
        _ history: ServiceHistory,
        _ calendar: DeliveryCalendar,
        _ policy: DeliveryPolicy,
        _ grading: Grading
    ) {
        self.history = history
        self.calendar = calendar
        self.policy = policy
        self.grading = grading
        let changes = history.changes
        releases = Releases(of: history.deployments, jobsWithin: policy.jobsWithin)
        let ancestry = changes.graph.flatMap { Ancestry($0, committed: changes.committed) }
        mapping = ChangeMapping(changes, releases, ancestry)
        let both = releases.finishes.firstIndex(from: calendar.before.start.milliseconds)
        let start = policy.leadTimeFrom
        directions = Directions(releases, changes, ancestry, from: both, start: start)
        judgement = Judgement(
            releases,
            directions.directions,
            history.incidents,
            asOf: calendar.asOf,
            policy: policy
        )
        let first = releases.finishes.firstIndex(from: calendar.horizon)
        leadTimes = LeadTimes(changes, mapping, releases, from: first, start: start)
    }

    var entity: Entity { Entity(kind: .service, name: history.service.name) }

    /// Indices into `releases.successes` of those among these releases.
    func successes(_ range: Range<Int>) -> Range<Int> {
        let low = releases.successes.partition { $0 >= range.lowerBound }
        return low..<max(low, releases.successes.partition { $0 >= range.upperBound })
    }

    /// Seconds between one success and the next, for those whose later one is among these.
    func gaps(_ range: Range<Int>) -> [Double] {
        successes(range).compactMap { place in
            guard place > 0 else { return nil }
            let (one, two) = (releases.successes[place - 1], releases.successes[place])
            return seconds(from: releases.finishes[Int(one)], to: releases.finishes[Int(two)])
        }
    }

    /// How long these releases' failures lasted, or have lasted by the as-of instant.
    func recoveries(_ range: Range<Int>) -> [KaplanMeier.Time] {
        range.filter { judgement.isFailure[$0] }.map { release in
            let restored = judgement.restored[release]
            let end = min(restored, calendar.asOf.milliseconds)
            let seconds = seconds(from: releases.finishes[release], to: end)
            return KaplanMeier.Time(seconds: max(0, seconds), isOver: restored != .max)
        }
    }

    /// Changes of this stretch of time that no deployment could be found for.
    func unmapped(in window: Window) -> Int {
        mapping.releases.indices.count { index in
            guard mapping.releases[index] == ChangeMapping.unmapped else { return false }
            guard !history.changes.isMerge[index] else { return false }
            let ready = ChangeMapping.ready(history.changes, index)
            return window.contains(Instant(milliseconds: ready))
        }
    }
}

extension Array where Element == Int32 {
    /// Index of the first element that fits, where all that fit come last.
    func partition(where fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(Int(self[middle])) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
