import D8SAnalysis
import D8SModel
import Testing

@Suite struct SpendComparisonTests {
    private func key(_ sku: String, _ category: String = "Usage") -> CostKey {
        CostKey([
            .service: "Compute", .sku: sku, .pricingUnit: "hour", .chargeCategory: category,
        ])
    }

    private func change(
        _ rows: [(day: Int, key: Int, cost: String, quantity: String?)]
    )
        throws -> SpendChange
    {
        let first = try CostTables.day("2026-10-01")
        let keys = [key("small"), key("large"), key("tax", "Tax"), key("new")]
        let days = try rows.map {
            try CostTables.charge(
                first.adding(days: $0.day),
                key: $0.key,
                $0.cost,
                quantity: $0.quantity
            )
        }
        let statement = try CostTables.statement(first, 2)
        let table = CostTable(statements: [statement], keys: keys, days: days)
        let spend = try #require(Spend(table, in: statement.currency))
        let middle = first.adding(days: 1)
        return try #require(
            SpendComparison(
                spend,
                now: middle..<first.adding(days: 2),
                before: first..<middle
            ).change()
        )
    }

    /// By hand: small 10 h at 2 → 12 h at 2.5, large 10 h at 4 → 6 h at 4.
    ///
    /// Price (2.5 − 2) · 12 = 6. Hours 20 → 18, so volume 60 · 0.9 − 60 = −6. Mix
    /// (2 · 12 − 20 · 0.9) + (4 · 6 − 40 · 0.9) = 6 − 12 = −6. In all 54 − 60 = −6.
    @Test func `a change is price, volume and mix, and they add up`() throws {
        let change = try change([
            (0, 0, "20", "10"), (0, 1, "40", "10"), (1, 0, "30", "12"), (1, 1, "24", "6"),
        ])
        #expect(change.difference == ExactDecimal(-6))
        #expect(
            change.causes.map(\.cause) == [.price, .volume, .mix]
        )
        #expect(change.causes.map(\.amount.description) == ["6", "-6", "-6"])
        #expect(change.services.map(\.difference) == [ExactDecimal(-6)])
    }

    @Test func `what comes, goes, is taxed or has no quantity is told apart`() throws {
        let change = try change([
            (0, 0, "5", "1"), (0, 2, "1", nil), (1, 1, "7", nil), (0, 1, "6", nil),
            (1, 2, "3", nil), (1, 3, "4", "2"),
        ])
        let causes = Dictionary(uniqueKeysWithValues: change.causes.map { ($0.cause, $0.amount) })
        #expect(causes[.vanished]?.description == "-5")
        #expect(causes[.other]?.description == "2")
        #expect(causes[.unexplained]?.description == "1")
        #expect(causes[.new]?.description == "4")
        #expect(causes.count == 4)
        #expect(ExactDecimal.sum(change.causes.map(\.amount)) == change.difference)
    }

    @Test func `whatever prices do the parts add up to the last digit`() throws {
        let change = try change([
            (0, 0, "0.1000000001", "3"), (1, 0, "0.0000000007", "7"), (0, 1, "-1", "9"),
            (1, 1, "1e-9", "0.333333333"),
        ])
        #expect(ExactDecimal.sum(change.causes.map(\.amount)) == change.difference)
    }
}
