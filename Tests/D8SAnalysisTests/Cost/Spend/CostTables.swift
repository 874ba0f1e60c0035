import D8SModel
import Testing

/// Tables of charges for tests.
enum CostTables {
    /// One charge of use a day for each service, from the first day on; nil: none.
    static func daily(
        from first: Day,
        _ services: [(name: String, costs: [Double?])]
    ) throws -> CostTable {
        try daily(from: first, services.map { ([.service: $0.name], $0.costs) })
    }

    /// One charge of use a day for each key, from the first day on; nil: none.
    static func daily(
        from first: Day,
        _ services: [(key: [CostField: String], costs: [Double?])]
    ) throws -> CostTable {
        let keys = services.map { CostKey($0.key.merging([.chargeCategory: "Usage"]) { $1 }) }
        var days: [CostDay] = []
        let count = services.map(\.costs.count).max() ?? 0
        for day in 0..<count {
            for (key, service) in services.enumerated() where day < service.costs.count {
                guard let cost = service.costs[day] else { continue }
                days.append(try charge(first.adding(days: day), key: key, String(cost)))
            }
        }
        return CostTable(statements: [try statement(first, count)], keys: keys, days: days)
    }

    /// One day of a key.
    static func charge(
        _ day: Day,
        key: Int,
        _ cost: String,
        quantity: String? = nil,
        statement: Int = 0
    ) throws -> CostDay {
        let amount = try #require(ExactDecimal(cost))
        return CostDay(
            day: day,
            key: key,
            statement: statement,
            amounts: CostAmounts(billed: amount, effective: amount),
            pricingQuantity: quantity.flatMap { ExactDecimal($0) }
        )
    }

    static func statement(
        _ first: Day,
        _ count: Int,
        currency: String = "USD"
    ) throws -> CostStatement {
        let start = Instant(milliseconds: Int64(first.number) * 86_400_000)
        let end = start.adding(seconds: Double(count) * 86_400)
        return CostStatement(
            source: "focus:test",
            bill: CostBill(
                account: "1",
                period: Window(start: start, end: end),
                currency: try #require(Currency(currency))
            )
        )
    }

    static func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }
}
