import D8SAnalysis
import D8SModel
import Testing

@Suite struct SpendTests {
    @Test func `currencies are never added, and a day without any charge is not known`() throws {
        let first = try CostTables.day("2026-11-01")
        let key = CostKey([.service: "Compute"])
        let table = CostTable(
            statements: [
                try CostTables.statement(first, 30),
                try CostTables.statement(first, 30, currency: "EUR"),
            ],
            keys: [key],
            days: [
                try CostTables.charge(first, key: 0, "0.1"),
                try CostTables.charge(first, key: 0, "100", statement: 1),
                try CostTables.charge(first.adding(days: 2), key: 0, "0.2"),
            ]
        )
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let days = first..<first.adding(days: 4)
        #expect(spend.total(in: days)?.description == "0.3")
        #expect(spend.daily(in: days) == [0.1, nil, 0.2, nil])
        let crowns = try #require(Currency("SEK"))
        #expect(Spend(table, in: crowns) == nil)
    }

    @Test func `what OpenCost allocates of a cloud's bill is not added to it`() throws {
        let first = try CostTables.day("2026-11-01")
        let table = CostTable(
            statements: [try CostTables.statement(first, 30)],
            keys: [
                CostKey([.provider: "AWS"]),
                CostKey([.provider: "OpenCost", .namespace: "shop"]),
            ],
            days: [
                try CostTables.charge(first, key: 0, "10"),
                try CostTables.charge(first, key: 1, "4"),
            ]
        )
        let dollars = try #require(Currency("USD"))
        let days = first..<first.adding(days: 1)
        let bills = try #require(Spend(table, in: dollars))
        #expect(bills.total(in: days)?.description == "10")
        let allocations = try #require(Spend(table, in: dollars, scope: .allocations))
        #expect(allocations.total(in: days)?.description == "4")
        let alone = CostTable(statements: table.statements, keys: table.keys, days: [table.days[1]])
        #expect(Spend(alone, in: dollars)?.total(in: days)?.description == "4")
    }

    @Test func `names that no page can hold are cut, and stay apart`() throws {
        let first = try CostTables.day("2026-11-01")
        let long = String(repeating: "x", count: 1_000_000)
        let table = try CostTables.daily(
            from: first,
            [(name: long + "a", costs: [1]), (name: long + "b", costs: [2]), ("Disk", [4])]
        )
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let days = first..<first.adding(days: 1)
        let tree = try #require(spend.tree(by: [.field(.service)], in: days))
        let names = tree.parts.compactMap(\.name)
        #expect(Set(names).count == 3)
        #expect(names.allSatisfy { $0 == "Disk" || ($0.count == 112 && $0.hasPrefix("xxx")) })
    }

    @Test func `a tree's parts add up, with what says nothing as a part`() throws {
        let first = try CostTables.day("2026-11-01")
        let keys = [
            CostKey([.service: "Compute"], tags: [Label("team", "a")]),
            CostKey([.service: "Compute"], tags: [Label("team", "b")]), CostKey([.service: "Disk"]),
        ]
        let table = CostTable(
            statements: [try CostTables.statement(first, 30)],
            keys: keys,
            days: [
                try CostTables.charge(first, key: 0, "1.5"),
                try CostTables.charge(first, key: 1, "2"),
                try CostTables.charge(first, key: 2, "4"),
                try CostTables.charge(first.adding(days: 1), key: 0, "1"),
            ]
        )
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        let second = first.adding(days: 1)
        let dimension = try #require(SpendDimension("tag:team"))
        let tree = try #require(
            spend.tree(
                by: [dimension, .field(.service)],
                in: first..<second,
                before: second..<second
            )
        )
        #expect(tree.amount.description == "7.5")
        #expect(tree.parts.map(\.name) == [nil, "b", "a"])
        #expect(tree.parts.map(\.amount.description) == ["4", "2", "1.5"])
        #expect(tree.parts[0].parts.map(\.name) == ["Disk"])
        #expect(tree.parts.allSatisfy { $0.before == .zero })
    }

    @Test(arguments: [
        ("service", "service"), ("tag:cost-center", "tag:cost-center"), ("category", "category"),
    ])
    func `dimensions have words`(word: String, same: String) {
        #expect(SpendDimension(word)?.word == same)
    }

    @Test(arguments: ["", "tag:", "Service", "month"])
    func `other words are none`(word: String) {
        #expect(SpendDimension(word) == nil)
    }
}
