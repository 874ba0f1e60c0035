import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// mybinder.org's real daily cost, by category.
///
/// Expected sums: `decimal.Decimal` of Python 3 over the same file, grouped by `date[:7]` and by
/// `datetime.date.isocalendar()`.
@Suite(.enabled(if: SharedData.has("binder-gcp-cost/daily_sessions.csv"), "needs ../shared/data"))
struct BinderCostTests {
    /// Every category as a service, one charge a day.
    private func table() throws -> CostTable {
        let text = try SharedData.text("binder-gcp-cost/daily_cost_by_category.csv")
        var keys: [CostKey] = [], places: [String: Int] = [:], days: [CostDay] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let name = String(fields[1].dropFirst("category=".count))
            let place = places[name] ?? keys.count
            if places.updateValue(place, forKey: name) == nil {
                keys.append(CostKey([.service: name, .chargeCategory: "Usage"]))
            }
            let day = try CostTables.day(String(fields[0]))
            days.append(try CostTables.charge(day, key: place, String(fields[2])))
        }
        let first = try CostTables.day("2017-12-13")
        return CostTable(
            statements: [try CostTables.statement(first, 671)],
            keys: keys,
            days: days
        )
    }

    private func spend() throws -> Spend {
        let dollars = try #require(Currency("USD"))
        return try #require(Spend(try table(), in: dollars))
    }

    @Test(arguments: [
        ("2017-12", "3880.2195090000000108"), ("2018-03", "8175.0207780000000646"),
        ("2018-06", "4124.6966080000001305"), ("2019-01", "3465.706149999999961897"),
        ("2019-09", "6923.6023549999998914"), ("2019-10", "3587.233323999999915599"),
    ])
    func `months add up to the last digit`(month: String, sum: String) throws {
        let first = try CostTables.day(month + "-01")
        #expect(try spend().total(in: Month(of: first).days)?.description == sum)
    }

    @Test(arguments: [
        ("2018-03-19", "1631.2380870000000165"), ("2018-06-18", "792.500701000000025"),
        ("2019-07-22", "1291.2094509999999884"),
    ])
    func `weeks add up to the last digit`(monday: String, sum: String) throws {
        let first = try CostTables.day(monday)
        #expect(try spend().total(in: first..<first.adding(days: 7))?.description == sum)
    }

    /// 275,521 sessions in December 2018 and 524,271 in September 2019.
    @Test(arguments: [("2018-12", 275_521.0, 12.792644), ("2019-09", 524_271.0, 13.206152)])
    func `the cost of a thousand sessions`(month: String, count: Double, cost: Double) throws {
        let days = Month(of: try CostTables.day(month + "-01")).days
        let unit = CostUnit(name: "session", count: .query("sessions"), per: 1000)
        let spent = try #require(try spend().total(in: days))
        let own = UnitCost(unit: unit, days: days, spent: spent, count: count)
        #expect(abs((own.cost ?? 0) - cost) < 1e-6)
    }

    private func findings(
        on night: String,
        policy: CostPolicy = CostPolicy()
    ) throws -> [Finding] {
        let asOf = try CostTables.day(night).startInUTC.adding(seconds: 6 * 3600)
        let known = try table()
        let until = try CostTables.day(night)
        let seen = CostTable(
            statements: known.statements,
            keys: known.keys,
            days: known.days.filter { $0.day < until }
        )
        let reports = SpendAnalysis(seen, policy: policy, asOf: asOf).reports()
        return CostRules.findings(
            in: reports,
            policy: policy,
            format: Format(zone: .utc),
            asOf: asOf
        )
    }

    /// What the chart shows to the eye: a step from $185 to $340 a day on 5 March 2018, a fall by
    /// half in June 2018, $422 on 4 December 2018, an even winter, slow growth in 2019, and nothing
    /// after 15 October 2019.
    @Test(arguments: [
        ("2018-03-12", ["cost-week"]), ("2018-03-28", ["cost-grown"]), ("2018-06-20", []),
        ("2018-12-07", ["cost-week"]), ("2018-12-20", []), ("2019-02-20", []),
        ("2019-10-25", ["cost-missing"]),
    ])
    func `nights say what the eye sees`(night: String, rules: [String]) throws {
        let rises = try findings(on: night).map(\.rule)
        #expect(rules.allSatisfy(rises.contains))
        if rules.isEmpty { #expect(rises.isEmpty) }
    }

    /// Nights on which the chart shows nothing that costs more, though it moves.
    @Test(arguments: [
        ("2018-05-30", "from $239 to $174 a day on 25 May: a step down is no harm"),
        ("2018-11-20", "even weeks; storage fell from $16 to $6 a day on 6 November"),
        ("2019-08-01", "an even summer of $114 to $275 a day: July cost what June did"),
    ])
    func `nights on which nothing should be said`(night: String, chart: String) throws {
        #expect(try findings(on: night).map(\.rule) == [], "\(chart)")
    }

    /// Spring 2019 went from $147 a day to $184: 21 April to 18 May cost $5,138 after $4,129 in the
    /// four weeks before.
    @Test func `the rise of spring 2019 is told as growth of computing alone`() throws {
        let findings = try findings(on: "2019-05-20")
        #expect(findings.map(\.rule) == ["cost-grown"])
        #expect(findings.first?.entity.name.contains("compute-engine") == true)
    }

    /// August 2019 cost $5,924 and September $6,924, which passed $6,000 on the 26th.
    @Test func `a month that will end above the one before is foretold on its 12th`() throws {
        let dollars = try #require(Currency("USD"))
        let amount = try #require(ExactDecimal("6000"))
        let budget = Budget(name: "cloud", amount: Money(amount, dollars))
        let policy = CostPolicy(budgets: [budget])
        let findings = try findings(on: "2019-09-12", policy: policy)
        #expect(findings.map(\.rule) == ["budget"])
        #expect(findings.first?.severity != .critical)
        let interval = try #require(findings.first?.measure?.interval)
        #expect(interval.contains(6923.602355))
    }
}
