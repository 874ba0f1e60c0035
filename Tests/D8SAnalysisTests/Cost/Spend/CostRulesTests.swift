import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// What the rules of costs say, on 12 November 2026, of charges that are all there up to the 10th.
@Suite struct CostRulesTests {
    private static let days = 71
    private static let first = "2026-09-01"

    /// Nil from the day on with this place, else the same every day.
    private func even(_ cost: Double, from: Int = 0, to: Int = days) -> [Double?] {
        (0..<Self.days).map { $0 >= from && $0 < to ? cost : nil }
    }

    private func findings(
        of services: [(key: [CostField: String], costs: [Double?])],
        on asOf: Instant = "2026-11-12T06:00:00Z",
        restatements: [CostRestatement] = [],
        _ change: (inout CostPolicy, inout CostTable) throws -> Void = { _, _ in }
    ) throws -> [Finding] {
        var policy = CostPolicy()
        var table = try CostTables.daily(from: try CostTables.day(Self.first), services)
        try change(&policy, &table)
        let analysis = SpendAnalysis(
            table,
            restatements: restatements,
            policy: policy,
            asOf: asOf
        )
        return CostRules.findings(
            in: analysis.reports(),
            policy: policy,
            format: Format(zone: .utc),
            asOf: asOf
        )
    }

    private func said(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            let words = finding.statements[.executive]
            return "\(finding.severity.word): \(words?.title ?? "") | \(words?.detail ?? "")"
                .replacing("\u{a0}", with: " ")
        }
    }

    /// 10 a day: 100 by the 10th, 300 at the end; 250 are reached on the 25th, 55 on the 6th.
    @Test(arguments: [
        (
            "250",
            [
                "warning: The budget cloud will be spent by 25 Nov | $100 of $250 spent by 10 Nov. "
                    + "Nov will end at $300."
            ]
        ),
        (
            "55",
            [
                "critical: The budget cloud was spent by 6 Nov | $100 of $55.00 spent by 10 Nov. "
                    + "Nov will end at $300."
            ]
        ), ("300", []),
    ])
    func `a budget says when it is spent`(amount: String, expected: [String]) throws {
        let found = try findings(of: [([.service: "Compute"], even(10))]) { policy, _ in
            let dollars = try #require(Currency("USD"))
            let money = Money(try #require(ExactDecimal(amount)), dollars)
            policy.budgets = [Budget(name: "cloud", amount: money)]
        }
        #expect(said(found) == expected)
    }

    /// Disk had 5 of 15 a day until the 6th; Search has 5 since the 7th beside the 10 of Compute.
    @Test func `a service that comes and one that goes are told`() throws {
        let last = Self.days - 4
        let found = try findings(of: [
            ([.service: "Compute"], even(10)), ([.service: "Disk"], even(5, to: last)),
            ([.service: "Search"], even(5, from: last)),
        ])
        let both = [
            "info: Disk has not been charged since 6 Nov | It cost $5.00 a day, 33 % of the spend.",
            "warning: Search is charged for the first time, since 7 Nov | $5.00 a day, 33 % of the "
                + "spend.",
        ]
        #expect(said(found) == both)
    }

    /// 4 of 20 a day have no team; a tax of 1,000 needs none.
    @Test(arguments: [("0.1", ["info"]), ("0.05", ["warning"]), ("0.2", [])])
    func `use without a tag is told beyond what is borne`(
        borne: String,
        severities: [String]
    ) throws {
        let found = try findings(of: [
            ([.service: "Compute"], even(16)), ([.service: "Disk"], even(4)),
        ]) { policy, table in
            policy.tags = ["team"]
            policy.untaggedShare = Double(borne) ?? 0
            table.keys[0].tags = [Label("team", "shop")]
            table.keys.append(CostKey([.service: "Tax", .chargeCategory: "Tax"]))
            let last = try CostTables.day("2026-11-10")
            table.days.append(try CostTables.charge(last, key: 2, "1000"))
        }
        #expect(found.map(\.severity.word) == severities)
        for finding in found {
            let words = finding.statements[.executive]
            #expect(words?.title == "20\u{a0}% of the spend has no tag team")
            #expect(words?.detail.hasPrefix("$112 of $560 in 28 days; ") == true)
            let rows = finding.evidence.table?.rows ?? []
            #expect(rows == [[.code("–"), .text("Disk"), .number(112, .money)]])
        }
    }

    private func restatement(
        _ day: String,
        on time: Instant,
        after: String
    ) throws -> CostRestatement {
        let day = try CostTables.day(day), month = Month(of: day)
        return CostRestatement(
            statement: try CostTables.statement(month.first, month.length),
            replaced: time,
            day: day,
            service: "Compute",
            before: CostAmounts(effective: ExactDecimal("100")),
            after: CostAmounts(effective: ExactDecimal(after))
        )
    }

    /// October costs 310 and November 100 by now: what was known of them is less by the change.
    @Test(
        arguments: [
            (
                "2026-10-04", "2026-11-11T03:00:00Z", "140",
                "warning: Oct of 1 costs $40.00 more than was known | $310 instead of $270, by a later export."
            ),
            (
                "2026-10-04", "2026-11-11T03:00:00Z", "95",
                "info: Oct of 1 costs $5.00 less than was known | $310 instead of $315, by a later export."
            ),
            (
                "2026-11-04", "2026-11-11T03:00:00Z", "80",
                "warning: Nov of 1 costs $20.00 less than was known | $100 instead of $120, by a later export."
            ),
            ("2026-10-04", "2026-11-11T03:00:00Z", "101", nil),
            ("2026-10-04", "2026-11-01T03:00:00Z", "140", nil),
            ("2026-11-09", "2026-11-11T03:00:00Z", "140", nil),
        ] as [(String, Instant, String, String?)]
    )
    func `a bill that says something else of settled days is told for a week`(
        day: String,
        replaced: Instant,
        after: String,
        expected: String?
    ) throws {
        let change = try restatement(day, on: replaced, after: after)
        let found = try findings(
            of: [([.service: "Compute", .billingAccount: "1"], even(10))],
            restatements: [change]
        )
        #expect(said(found) == [expected].compactMap(\.self))
    }

    /// October costs 310 with the correction in November's bill.
    @Test func `a correction in a later bill restates the month that it is about`() throws {
        let october = try CostTables.day("2026-10-04"), november = try CostTables.day("2026-11-01")
        let correction = CostRestatement(
            statement: try CostTables.statement(november, 30),
            replaced: "2026-11-09T03:00:00Z",
            day: october,
            service: "Compute",
            before: CostAmounts(),
            after: CostAmounts(effective: ExactDecimal("-40"))
        )
        let found = try findings(
            of: [([.service: "Compute", .billingAccount: "1"], even(10))],
            restatements: [correction]
        )
        let told =
            "warning: Oct of 1 costs $40.00 less than was known | $310 instead of $350, by a later export."
        #expect(said(found) == [told])
    }

    @Test func `a day without any charge between others is missing`() throws {
        var costs = even(10)
        costs[60] = nil
        let found = try findings(of: [([.service: "Compute"], costs)])
        let missing =
            "warning: Charges in USD are missing | Known is less than was spent: nothing was "
            + "charged on 31 Oct."
        #expect(said(found) == [missing])
    }

    /// 10 a day are 300 in a usual month.
    @Test(
        arguments: [
            (
                "120", "2026-11-08", nil,
                [
                    "warning: Licences was bought for $120 | On 8 Nov, 40 % of what use costs in a usual month."
                ]
            ),
            (
                "30", "2026-11-08", nil,
                [
                    "info: Licences was bought for $30.00 | On 8 Nov, 10 % of what use costs in a usual month."
                ]
            ),
            ("14", "2026-11-08", nil, []), ("120", "2026-11-08", "2026-10-08", []),
            ("120", "2026-11-02", nil, []),
        ] as [(String, String, String?, [String])]
    )
    func `what is bought at once is told, unless it was bought before`(
        cost: String,
        day: String,
        before: String?,
        expected: [String]
    ) throws {
        let found = try findings(of: [([.service: "Compute"], even(10))]) { _, table in
            table.keys.append(CostKey([.service: "Licences", .chargeCategory: "Purchase"]))
            for date in [day, before].compactMap(\.self) {
                table.days.append(try CostTables.charge(try CostTables.day(date), key: 1, cost))
            }
        }
        #expect(said(found) == expected)
    }

    @Test func `a bill of two sources is told with both`() throws {
        let found = try findings(of: [([.service: "Compute"], even(10))]) { _, table in
            let counted = table.statements[0]
            table.repeated = [CostStatement(source: "focus:old", bill: counted.bill)]
        }
        let both =
            "info: 1 bill of focus:old comes from focus:test too | Each counts once, as the source "
            + "says that brought it last."
        #expect(said(found) == [both])
    }

    @Test func `accounts of one name are told apart`() throws {
        let first = try CostTables.day(Self.first)
        let table = try CostTables.daily(
            from: first,
            [
                ([.service: "Compute", .subAccount: "1", .subAccountName: "prod"], even(10)),
                ([.service: "Compute", .subAccount: "2", .subAccountName: "prod"], even(5)),
                ([.service: "Compute", .subAccount: "3", .subAccountName: "test"], even(1)),
            ]
        )
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let tree = spend.tree(by: [.account], in: first..<first.adding(days: 1))
        #expect(tree?.parts.map(\.name) == ["prod (1)", "prod (2)", "test"])
    }

    @Test func `charges that do not come are missing, and nothing is foretold of old ones`() throws
    {
        let found = try findings(
            of: [([.service: "Compute"], even(10))],
            on: "2026-11-16T06:00:00Z"
        )
        let missing =
            "warning: Charges in USD are missing | Known is less than was spent: the last day with "
            + "a charge is 10 Nov."
        #expect(said(found) == [missing])
    }

    @Test func `charges without a cost and exports that were cut off are missing`() throws {
        let found = try findings(of: [([.service: "Compute"], even(10))]) { _, table in
            table.days[70].linesWithoutEffective = 2
            let whole = table.statements[0]
            table.statements = [
                CostStatement(source: whole.source, bill: whole.bill, isComplete: false)
            ]
        }
        let missing =
            "warning: Charges in USD are missing | Known is less than was spent: 1 export is not "
            + "whole (1); 2 charges without effective cost."
        #expect(said(found) == [missing])
    }
}
