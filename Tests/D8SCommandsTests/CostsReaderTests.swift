import D8SAnalysis
import D8SModel
import Testing

@testable import D8SCommands

@Suite struct CostsReaderTests {
    private func read(_ text: String) throws(CommandError) -> CostPolicy {
        try ConfigurationReader(path: "/x/d8s.yaml").read(text).costs
    }

    private func problems(_ text: String) -> [String] {
        do throws(CommandError) {
            _ = try read(text)
            return []
        } catch {
            guard case .configuration(let problems) = error else { return ["\(error)"] }
            return problems.map(\.description)
        }
    }

    @Test func `nothing said are the defaults`() throws {
        let policy = try read("organisation: x")
        #expect(policy == CostPolicy())
        #expect(policy.settleDays == 2 && policy.lateDays == 3 && policy.basis == .effective)
    }

    @Test func `everything said is read`() throws {
        let policy = try read(
            """
            costs:
              basis: billed
              currency: EUR
              settle: 3d
              late: 5d
              tags: [team, service]
              untagged: 0.25
              budgets:
                - {name: cloud, amount: 120000.50}
                - {name: data, amount: 4e3, currency: USD, owner: dee, where: {tag:team: data, service: S3}}
              units:
                - {name: deployment, events: deployments}
                - {name: request, per: 1000, query: "sum(increase(x[1d]))", where: {account: shop}}
            """
        )
        #expect(policy.basis == .billed)
        #expect(policy.settleDays == 3 && policy.lateDays == 5)
        #expect(policy.tags == ["team", "service"] && policy.untaggedShare == 0.25)
        #expect(policy.budgets.map(\.amount.description) == ["120000.5 EUR", "4000 USD"])
        #expect(policy.budgets.map(\.owner) == [nil, "dee"])
        #expect(
            policy.budgets[1].filter.conditions == [
                .init(.tag("team"), "data"), .init(.field(.service), "S3"),
            ]
        )
        #expect(policy.units.map(\.per) == [1, 1000])
        #expect(policy.units.map(\.count) == [.deployments, .query("sum(increase(x[1d]))")])
    }

    @Test(arguments: [
        ("costs: {basis: paid}", "`basis` has to be one of effective, billed, list, contracted"),
        ("costs: {bugdets: []}", "did you mean `budgets`?"),
        ("costs: {settle: 90m}", "a length of time of whole days"),
        ("costs: {currency: euro}", "three capital letters"),
        ("costs: {untagged: 2}", "a share from 0 to 1"),
        ("costs: {budgets: [{amount: 1}]}", "needs a `name`"),
        ("costs: {budgets: [{name: a}]}", "needs an `amount` a month"),
        ("costs: {budgets: [{name: a, amount: -1}]}", "a number of money"),
        ("costs: {budgets: [{name: a, amount: 1}, {name: a, amount: 2}]}", "a second entry"),
        ("costs: {budgets: [{name: a, amount: 1, where: {servcie: x}}]}", "tag:NAME"),
        ("costs: {units: [{name: a}]}", "needs either `query` or `events`"),
        ("costs: {units: [{name: a, events: runs, query: x}]}", "needs either `query` or `events`"),
        ("costs: 5", "`costs` has to be `key: value` lines"),
    ])
    func `what cannot be used is said with its mend`(text: String, words: String) {
        let problems = problems(text)
        #expect(problems.contains { $0.hasPrefix("/x/d8s.yaml:1:") && $0.contains(words) })
    }
}
