package import D8SModel

/// Looks whether the daily cost of use, of each service and in all, left its course.
///
/// What is bought, taxed or credited is left out: it comes in lumps. A week's season is understood
/// where there is one.
package struct SpendLook {
    /// Days that are looked back on, and the fewest that say anything.
    private static let longest = 182
    private static let fewest = 50
    /// A change is news for so many days.
    static let news = 7
    /// What costs under this part of the spend is not looked at, and a change of under this part of
    /// it is of no interest.
    private static let smallest = 0.01
    /// Nor is one under this part of what it was.
    private static let smallestChange = 0.1
    /// What is not as clear as this on its own is never shown.
    private static let level = 0.01
    private static let testsOfSeries = 2

    /// The signs of harm, in the order of the services; the whole last.
    package let signs: [SpendSign]
    /// How many tests were made.
    package let tests: Int

    package init(_ spend: Spend, through: Day) {
        let first = max(spend.days.lowerBound, through.adding(days: 1 - Self.longest))
        guard first <= through else {
            (signs, tests) = ([], 0)
            return
        }
        let days = first..<through.adding(days: 1)
        let whole = spend.daily(in: days) { $0.isUsage }
        let level = Quantile.median(of: whole.suffix(28).compactMap(\.self)) ?? 0
        let services = spend.tree(by: [.field(.service)], in: days)?.parts.compactMap(\.name) ?? []
        var signs: [SpendSign] = [], seen = 0
        let own = services.sorted().map { name -> (String?, [Double?]) in
            let filter = SpendFilter([.init(.field(.service), name)])
            return (name, spend.daily(in: days, filter) { $0.isUsage })
        }
        for (service, daily) in own + [(nil, whole)] {
            let recent = daily.suffix(28).compactMap(\.self).max() ?? 0
            guard daily.count(where: { $0 != nil }) >= Self.fewest,
                recent >= level * Self.smallest
            else { continue }
            seen += 1
            let look = SeriesLook(service: service, daily: daily, first: first, level: level)
            if let sign = look.sign { signs.append(sign) }
        }
        self.signs = signs
        tests = seen * Self.testsOfSeries
    }

    /// One service, or the whole.
    private struct SeriesLook {
        let service: String?
        let daily: [Double?]
        let first: Day
        /// What a day costs in all.
        let level: Double

        /// The clearest sign of harm; a shift explains the odd days that it makes.
        var sign: SpendSign? {
            let values = daily.map { $0 ?? .nan }
            let seasons = SeasonDetection.periods(values, candidates: [7])
            return shift(PhaseMedians.adjusted(values, periods: seasons)) ?? odd(values, seasons)
        }

        private func shift(_ values: [Double]) -> SpendSign? {
            let rules = ShiftRules(fewest: 3, p: SpendLook.level)
            guard let last = Shifts.find(values, rules: rules).last(where: { $0.kind == .level }),
                last.index >= values.count - SpendLook.news
            else { return nil }
            let before = values[..<last.index].filter(\.isFinite)
            let after = values[last.index...].filter(\.isFinite)
            guard let ranks = MannWhitney(before, after) else { return nil }
            let p = max(last.p, min(1, ranks.p * Double(SpendLook.news)))
            return sign(.shift, last.before, last.after, last.index, p)
        }

        private func odd(_ values: [Double], _ seasons: [Int]) -> SpendSign? {
            let range = max(0, values.count - SpendLook.news)..<values.count
            let events = SeriesAnomalies(values, seasons: seasons, in: range).events
            return events.filter(\.isHigh).min { $0.p < $1.p }
                .flatMap { sign(.odd, $0.expected, $0.value, $0.range.lowerBound, $0.p) }
        }

        private func sign(
            _ kind: SpendSign.Kind,
            _ before: Double,
            _ after: Double,
            _ index: Int,
            _ p: Double
        ) -> SpendSign? {
            let change = after - before
            guard p < SpendLook.level, change >= level * SpendLook.smallest,
                change >= abs(before) * SpendLook.smallestChange
            else { return nil }
            return SpendSign(
                kind: kind,
                service: service,
                before: before,
                after: after,
                since: first.adding(days: index),
                p: p,
                daily: daily,
                firstDay: first
            )
        }
    }
}

extension SpendLook {
    /// What is as clear as a budget of false items asks.
    ///
    /// The whole is left out where a service explains it.
    package func clear(budget: Double) -> [SpendSign] {
        let others = [Double](repeating: 1, count: max(0, tests - signs.count))
        let rates = FalseDiscovery.adjusted(signs.map(\.p) + others, .positive)
        let found = zip(signs, rates).filter { $1 <= budget }.map(\.0)
        let services = found.filter { $0.service != nil }
        return services.isEmpty ? found : services
    }
}
