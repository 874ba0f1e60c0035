import D8SAnalysis
import D8SModel
import Testing

@Suite struct SpendLookTests {
    private func look(_ services: [(String, [Double?])]) throws -> (SpendLook, Day) {
        try look(services.map { ([.service: $0.0], $0.1) })
    }

    private func look(
        _ services: [(key: [CostField: String], costs: [Double?])]
    ) throws -> (SpendLook, Day) {
        let first = try CostTables.day("2026-06-01")
        let table = try CostTables.daily(from: first, services)
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let count = services.map(\.1.count).max() ?? 1
        let through = first.adding(days: count - 1)
        return (SpendLook(spend, through: through), first)
    }

    private func risen(_ costs: [Double?]) -> [Double?] {
        costs.enumerated().map { day, cost in day < 115 ? cost : cost.map { $0 * 1.4 } }
    }

    private func key(_ service: String, _ account: String) -> [CostField: String] {
        [.service: service, .subAccountName: account]
    }

    /// Two accounts with two services each, of which those named rise.
    private func told(_ rising: [(String, String)]) throws -> [SpendPart] {
        var services: [(key: [CostField: String], costs: [Double?])] = []
        for (number, service) in ["Compute", "Disk"].enumerated() {
            for (place, account) in ["shop", "test"].enumerated() {
                let costs = healthy(60 + Double(number * 10), seed: 3 + 2 * number + 7 * place)
                let isRising = rising.contains { $0 == (service, account) }
                services.append((key(service, account), isRising ? risen(costs) : costs))
            }
        }
        return try look(services).0.clear(budget: 0.01).map(\.part)
    }

    @Test func `a service that rises in one account is told with the account`() throws {
        #expect(try told([("Disk", "test")]) == [.serviceInAccount("Disk", "test")])
    }

    @Test func `a service that rises in every account is told once`() throws {
        #expect(try told([("Disk", "test"), ("Disk", "shop")]) == [.service("Disk")])
    }

    @Test func `an account whose services rise together is told once`() throws {
        #expect(try told([("Disk", "test"), ("Compute", "test")]) == [.account("test")])
    }

    @Test func `when everything rises nothing is told twice`() throws {
        let all = try told([
            ("Disk", "test"), ("Compute", "test"), ("Disk", "shop"), ("Compute", "shop"),
        ])
        #expect(all == [.service("Compute"), .service("Disk")])
    }

    /// A week's course with some noise that is always the same.
    private func healthy(_ level: Double, count: Int = 120, seed: Int = 1) -> [Double?] {
        (0..<count).map { day in
            let noise = Double((day * 7919 + seed * 104_729) % 97) / 97 - 0.5
            return level * (day % 7 < 5 ? 1 : 0.6) * (1 + 0.06 * noise)
        }
    }

    @Test func `a spend that goes its course has no signs`() throws {
        let (look, _) = try look([("Compute", healthy(100)), ("Disk", healthy(20, seed: 5))])
        #expect(look.clear(budget: 0.01).isEmpty)
        #expect(look.tests == 6)
    }

    @Test func `a service that costs a third more is told itself, not the whole`() throws {
        var costs = healthy(100)
        for day in 115..<120 { costs[day] = costs[day].map { $0 * 1.33 } }
        let (look, first) = try look([("Compute", costs), ("Disk", healthy(20, seed: 5))])
        let signs = look.clear(budget: 0.01)
        #expect(signs.map(\.part) == [.service("Compute")])
        #expect(signs.first?.since == first.adding(days: 115))
    }

    @Test func `what falls harms nobody`() throws {
        var costs = healthy(100)
        for day in 115..<120 { costs[day] = costs[day].map { $0 * 0.5 } }
        let (look, _) = try look([("Compute", costs)])
        #expect(look.clear(budget: 0.01).isEmpty)
    }
}
