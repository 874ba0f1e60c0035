import D8SModel
import Testing

@testable import D8SAnalysis

/// Days of 10 are weeks of 70 and a usual month of 300, a tenth of which is 30.
struct SpendWeekTests {
    private static let first = Day(number: 20_000)

    /// The weeks that are told when the last of these days is known.
    private func weeks(_ costs: [Double?]) throws -> [SpendWeek] {
        let table = try CostTables.daily(from: Self.first, [(name: "Compute", costs: costs)])
        let dollars = try #require(Currency("USD"))
        let spend = try #require(Spend(table, in: dollars))
        return SpendWeek.all(spend, through: Self.first.adding(days: costs.count - 1))
    }

    private func days(_ count: Int, _ changed: [Int: Double?]) -> [Double?] {
        (0..<count).map { day in changed[day] ?? 10 }
    }

    @Test func `a week that adds a tenth of a month is told with its dearest day`() throws {
        let told = try weeks(days(120, [117: 41]))
        let week = try #require(told.first)
        #expect(week.part == .service("Compute"))
        #expect(week.first == Self.first.adding(days: 113))
        #expect((week.cost, week.usual, week.added) == (101, 70, 31))
        #expect(abs(week.share - 31.0 / 300) < 1e-12)
        #expect(week.dearest == (Self.first.adding(days: 117), 41))
    }

    @Test(
        arguments: [
            (120, [117: 39], "it adds less than a tenth"),
            (120, [60: 45, 117: 41], "a week of the hundred days before cost more"),
            (120, [60: 41, 117: 41], "it cost as much"),
            (62, [60: 41], "under eight weeks are known before it"),
            (120, [110: nil, 117: 41], "a day of the four weeks before lacks charges"),
            (120, [115: nil, 117: 61], "a day of it lacks charges"),
        ] as [(Int, [Int: Double?], String)]
    )
    func `other weeks are not told`(count: Int, changed: [Int: Double?], why: String) throws {
        #expect(try weeks(days(count, changed)).isEmpty, "\(why)")
    }

    @Test(
        arguments: [(225, [100: 45, 220: 41]), (63, [60: 41])] as [(Int, [Int: Double?])]
    )
    func `what is longer ago does not count`(count: Int, changed: [Int: Double?]) throws {
        #expect(try weeks(days(count, changed)).count == 1)
    }
}
