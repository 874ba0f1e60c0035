package import D8SModel

/// Forecasts the spend of the month that holds the last day with all charges.
package struct MonthForecast {
    /// Days of use that a forecast looks back at the most, and needs at least.
    private static let longest = 400
    private static let fewest = 14
    /// Earlier instants from which the same is forecast to learn its error, at the most.
    private static let mostOrigins = 40
    private static let confidence = 0.8

    private let spend: Spend
    private let filter: SpendFilter
    private let through: Day
    private let month: Month

    package init(_ spend: Spend, _ filter: SpendFilter = .all, through: Day) {
        (self.spend, self.filter, self.through) = (spend, filter, through)
        month = Month(of: through)
    }

    /// Nil if nothing was charged by then, or a sum has more than 38 digits.
    package func outlook() -> MonthOutlook? {
        let next = through.adding(days: 1)
        guard spend.days.lowerBound <= through,
            let spent = spend.total(in: month.first..<next, filter)
        else { return nil }
        let first = max(spend.days.lowerBound, through.adding(days: 1 - Self.longest))
        let use = spend.daily(in: first..<next, filter, \.isUsage).map { $0 ?? .nan }
        let days = month.last.number - through.number
        let known = use.count { $0.isFinite }
        let path = days > 0 ? path(use, days) : []
        let errors = days > 0 && known >= 2 * Self.fewest ? errors(use, days) : []
        return outlook(spent, path: path, errors: errors, n: known)
    }

    private func outlook(
        _ spent: ExactDecimal,
        path: [Double],
        errors: [[Double]],
        n: Int
    ) -> MonthOutlook {
        let fixed = fixedAhead, start = spent.double
        var ahead: [MonthOutlook.Step] = [], use = 0.0, other = 0.0
        for (step, mean) in path.enumerated() {
            let day = through.adding(days: step + 1)
            use += mean
            other += fixed[day] ?? 0
            let own = errors.map { $0[step] }.sorted()
            let range = Conformal.interval(own, confidence: Self.confidence)
            let base = start + other
            ahead.append(
                MonthOutlook.Step(
                    day: day,
                    expected: base + use,
                    lower: range.map { base + use * (1 + $0.low) },
                    upper: range.map { base + use * (1 + $0.high) }
                )
            )
        }
        let end = ahead.last
        let interval = end.flatMap { end -> Interval? in
            guard let low = end.lower, let high = end.upper else { return nil }
            return Interval(low: low, high: high, confidence: Self.confidence)
        }
        return MonthOutlook(
            month: month,
            through: through,
            spent: spent,
            expected: end?.expected ?? start,
            interval: interval,
            ahead: ahead,
            method: method(n, errors.count),
            n: n
        )
    }

    private func method(_ n: Int, _ origins: Int) -> String {
        guard n >= Self.fewest else { return "mean of \(n) days, carried on" }
        let error = origins > 0 ? "; interval from \(origins) forecasts of the past" : ""
        return "combined forecast of daily use over \(n) days" + error
    }

    /// The use of each of the next days.
    private func path(_ all: [Double], _ days: Int) -> [Double] {
        let use = LastDay.settled(all)
        let known = use.filter(\.isFinite)
        let mean = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
        guard known.count >= Self.fewest else { return Array(repeating: mean, count: days) }
        let forecast = Forecaster(
            values: use,
            seasons: [7],
            horizon: days,
            bounds: known.contains { $0 < 0 } ? .none : .nonNegative
        ).forecast()
        return forecast?.mean ?? Array(repeating: mean, count: days)
    }

    /// For each earlier instant how far the use up to each day ahead was off, as a share of what was
    /// forecast.
    private func errors(_ use: [Double], _ days: Int) -> [[Double]] {
        let last = use.count - days
        let step = max(1, (last - 2 * Self.fewest) / Self.mostOrigins)
        var errors: [[Double]] = []
        for origin in stride(from: last, to: 2 * Self.fewest - 1, by: -step) {
            let path = path(Array(use[..<origin]), days)
            let truth = use[origin..<(origin + days)]
            guard truth.allSatisfy(\.isFinite) else { continue }
            var (sum, real) = (0.0, 0.0), row: [Double] = []
            for (expected, value) in zip(path, truth) {
                sum += expected
                real += value
                row.append(sum > 0 ? real / sum - 1 : 0)
            }
            errors.append(row)
        }
        return errors
    }

    /// What is not use and came late in the month before, by the day on which it is expected now.
    private var fixedAhead: [Day: Double] {
        let before = month.previous
        var sums: [Day: Double] = [:]
        let isMeant = spend.matches(filter)
        let charged = Set(
            spend.rows(in: month.first..<through.adding(days: 1)).map(\.key)
        )
        for row in spend.rows(in: before.days) {
            let key = spend.keys[row.key]
            let repeats = key[.chargeFrequency] == "Recurring" || key[.chargeCategory] == "Tax"
            guard isMeant[row.key], !key.isUsage, repeats, !charged.contains(row.key) else {
                continue
            }
            let place = min(row.day - before.first.number, month.length - 1)
            let day = month.first.adding(days: place)
            if day > through { sums[day, default: 0] += row.cost.double }
        }
        return sums
    }
}
