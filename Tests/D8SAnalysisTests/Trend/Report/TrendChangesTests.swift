import D8SModel
import Foundation
import Testing

@testable import D8SAnalysis

/// The changes that a report tells, of series with seasons and of those whose spread changes.
struct TrendChangesTests {
    /// Fourteen years of months that grow by factors, with a season that does too, and fall by a
    /// fifth in the middle.
    private static let passengers: [Double] = {
        var numbers = SeededNumbers(seed: 21)
        return (0..<168).map { month in
            let season = 0.15 * sin(Double(month % 12) * .pi / 6)
            let growth = 0.006 * Double(month) - (month < 84 ? 0 : 0.2)
            return 200 * exp(growth + season + 0.02 * numbers.normal())
        }
    }()

    private func changes(_ values: [Double], days: Bool) -> [TrendReport.ChangePoint] {
        let times = days ? values.indices.map { Int64($0) * 86_400_000 } : nil
        let grid = SeriesGrid(times: times, values: values)
        return TrendAnalysis(horizon: 0).report(grid).changePoints
    }

    @Test(arguments: [false, true])
    func `a fall is seen through a season of factors, whatever the step is said to be`(
        days: Bool
    ) throws {
        let found = changes(Self.passengers, days: days)
        #expect(found.map(\.kind) == [.level])
        let fall = try #require(found.first)
        #expect(fall.time.milliseconds == (days ? 84 * 86_400_000 : 84))
        // exp(−0.2) of what it was.
        #expect((0.77...0.87).contains(fall.after / fall.before))
        #expect(fall.p < 0.001)
    }

    @Test func `factors are taken out as factors, and what adds as what adds`() throws {
        let values = Self.passengers
        let free = SeasonFree.values(values, periods: [12])
        let growth = values.indices.map { 200 * exp(0.006 * Double($0) - ($0 < 84 ? 0 : 0.2)) }
        for (value, level) in zip(free, growth) { #expect(abs(log(value / level)) < 0.09) }
        let added = (0..<96).map { 50 + 10 * sin(Double($0 % 12) * .pi / 6) + Double($0) }
        for (index, value) in SeasonFree.values(added, periods: [12]).enumerated() {
            #expect(abs(value - 50 - Double(index)) < 3)
        }
    }

    @Test func `a spread that changes for good is told, and one that grows with the level is not`()
    {
        var numbers = SeededNumbers(seed: 8)
        let noise = (0..<300).map { _ in numbers.normal() }
        let wider = noise.enumerated().map { 100 + ($0 < 150 ? 1 : 5) * $1 }
        let found = changes(wider, days: false)
        #expect(found.map(\.kind) == [.spread])
        #expect(found.allSatisfy { abs($0.time.milliseconds - 150) <= 5 && $0.p <= 1e-6 })
        let grown = noise.enumerated().map { exp(0.01 * Double($0) + 0.05 * $1) }
        #expect(changes(grown, days: false).isEmpty)
    }

    @Test(arguments: [(168, 12), (720, 24), (364, 52), (210, 7), (300, 10)])
    func `rows show the season of their calendar, or another`(count: Int, expected: Int) {
        var numbers = SeededNumbers(seed: 3)
        let values = (0..<count).map { index in
            3 * sin(2 * Double(index) * .pi / Double(expected)) + numbers.normal()
        }
        #expect(SeasonDetection.rows(values) == expected)
        #expect(SeasonDetection.rows((0..<count).map { _ in numbers.normal() }) == nil)
    }
}
