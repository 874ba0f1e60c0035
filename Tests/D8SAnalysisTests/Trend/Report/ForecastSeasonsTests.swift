import Foundation
import Testing

@testable import D8SAnalysis

struct ForecastSeasonsTests {
    @Test(
        arguments: [
            (24, [24, 168]), (168, [24, 168]), (167, [24, 168]), (288, [288, 2016]), (7, [7]),
            (12, [12]), (52, [52]), (23, [23]),
        ]
    )
    func `a day is looked at within a week, and a week by the day`(
        period: Int,
        expected: [Int]
    ) {
        #expect(ForecastSeasons.nested(period) == expected)
    }

    @Test func `weekends come again whichever way the hours of a day are asked for`() throws {
        var numbers = SeededNumbers(seed: 11)
        let values = (0..<888).map { hour -> Double in
            let day = 100 + 20 * sin(Double(hour % 24) * .pi / 12)
            return (hour / 24 % 7 >= 5 ? day * 0.6 : day) + numbers.normal()
        }
        let hours = (0..<720).map { Int64($0) * 3_600_000 }
        let known = Array(values.prefix(720))
        let grids = [
            SeriesGrid(times: nil, values: known), SeriesGrid(times: hours, values: known),
        ]
        for (grid, choice) in [
            (grids[0], SeasonChoice.auto), (grids[0], .steps(24)), (grids[1], .auto),
            (grids[1], .day), (grids[1], .week),
        ] {
            let report = TrendAnalysis(season: choice, horizon: 168).report(grid)
            let forecast = try #require(report.forecast)
            for step in 0..<168 { #expect(abs(forecast.mean[step] - values[720 + step]) < 8) }
        }
    }

    @Test func `what has no season is asked for none`() {
        var numbers = SeededNumbers(seed: 5)
        let grid = SeriesGrid(times: nil, values: (0..<200).map { _ in numbers.normal() })
        #expect(ForecastSeasons.of(grid, .none) == [])
        #expect(ForecastSeasons.of(grid, .day) == [])
        #expect(ForecastSeasons.of(grid, .auto) == [])
    }
}
