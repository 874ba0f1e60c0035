import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

@Suite struct MonthForecastTests {
    private func stand(
        _ costs: [Double?],
        from first: String,
        budget: String = "250"
    ) throws -> BudgetStand? {
        let start = try CostTables.day(first)
        let table = try CostTables.daily(from: start, [("Compute", costs)])
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let amount = Money(try #require(ExactDecimal(budget)), dollars)
        return BudgetStand(
            Budget(name: "all", amount: amount),
            spend,
            through: start.adding(days: costs.count - 1)
        )
    }

    /// 61 days of September and October, ten of November: 30 · 10 = 300.
    @Test func `an even spend ends where it must, and passes its budget on the 25th`() throws {
        let found = try stand(Array(repeating: 10, count: 71), from: "2026-09-01")
        let stand = try #require(found)
        #expect(stand.outlook.spent == ExactDecimal(100))
        #expect(stand.outlook.expected == 300)
        #expect(stand.outlook.interval.map { [$0.low, $0.high] } == [300, 300])
        #expect(stand.crossing?.description == "2026-11-25")
        #expect(stand.isSure && stand.passed == nil && stand.share == 0.4)
    }

    /// Mondays to Fridays 10, else 2; of 11 to 30 November 2026 14 days are Mondays to Fridays.
    @Test func `weekends are known`() throws {
        let first = try CostTables.day("2026-08-03")
        let costs = (0..<100).map { first.adding(days: $0).weekday < 6 ? 10.0 : 2.0 }
        let found = try stand(costs, from: "2026-08-03", budget: "1000")
        let stand = try #require(found)
        #expect(stand.outlook.through.description == "2026-11-10")
        #expect(stand.outlook.spent == ExactDecimal(7 * 10 + 3 * 2))
        #expect(abs(stand.outlook.expected - Double(76 + 14 * 10 + 6 * 2)) < 0.5)
        #expect(stand.crossing == nil)
    }

    @Test func `a budget that is spent says when`() throws {
        let found = try stand(Array(repeating: 10, count: 71), from: "2026-09-01", budget: "55")
        let stand = try #require(found)
        #expect(stand.passed?.description == "2026-11-06")
        #expect(stand.crossing == nil)
    }

    @Test func `a credit that brings it back under the budget counts`() throws {
        let costs = Array(repeating: 10.0, count: 69) + [10, -60]
        let found = try stand(costs, from: "2026-09-01", budget: "55")
        #expect(try #require(found).passed == nil)
    }

    @Test func `a short history has no interval and says so`() throws {
        let found = try stand(Array(repeating: 10, count: 5), from: "2026-11-01")
        let stand = try #require(found)
        #expect(stand.outlook.expected == 300)
        #expect(stand.outlook.interval == nil)
        #expect(stand.outlook.method == "mean of 5 days, carried on")
        #expect(!stand.isSure)
    }

    @Test func `a month that is over has no outlook but its sum`() throws {
        let found = try stand(Array(repeating: 10, count: 61), from: "2026-09-01")
        let stand = try #require(found)
        #expect(stand.outlook.ahead.isEmpty)
        #expect(stand.outlook.expected == 310)
    }

    @Test func `a budget in another currency is not held against dollars`() throws {
        let start = try CostTables.day("2026-11-01")
        let table = try CostTables.daily(from: start, [("Compute", [1, 1])])
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let euros = Money(ExactDecimal(1), try #require(Currency("EUR")))
        let stand = BudgetStand(Budget(name: "e", amount: euros), spend, through: start)
        #expect(stand == nil)
    }

    /// Ten a day and a hundred on the last: 10 · 20 more if it was a spike, which one day cannot
    /// tell; from the second day on it may be a new level.
    @Test func `one dear day is not expected to come again, two are`() throws {
        let costs = (0..<70).map { 10 + Double($0 % 3) * 0.1 }
        let spike = try #require(try stand(costs + [100], from: "2026-09-01"))
        #expect(abs(spike.outlook.expected - (190 + 200)) < 10)
        let level = try #require(try stand(costs.dropLast() + [100, 100], from: "2026-09-01"))
        #expect(level.outlook.expected > 800)
    }

    /// mybinder.org's real spend up to 18 March 2018 fell for a week from 389 to 187 a day, and the
    /// month ended at 8,175.02.
    @Test(
        .enabled(if: SharedData.has("binder-gcp-cost/daily_sessions.csv"), "needs ../shared/data")
    )
    func `a course that falls day by day is believed`() throws {
        let text = try SharedData.text("binder-gcp-cost/daily_cost_by_category.csv")
        var sums: [String: Double] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            sums[String(fields[0]), default: 0] += Double(fields[2]) ?? 0
        }
        let first = try CostTables.day("2017-12-13"), last = try CostTables.day("2018-03-18")
        let costs = (first.number...last.number).map { sums[Day(number: $0).description] }
        let stand = try #require(try stand(costs, from: "2017-12-13", budget: "7000"))
        #expect(abs(stand.outlook.expected - 8175) < 250)
    }
}
