import D8SAnalysis
import D8STestSupport
import Foundation
import Testing

struct SeasonsTests {
    /// R's `mstl` of half-hourly demand in Victoria, in statsmodels' tests (seasonal degree 0,
    /// two rounds, every point fitted).
    @Test(.enabled(if: SharedData.has("statsmodels/mstl_test_results.csv"), "needs ../shared/data"))
    func `two seasons are those of R`() throws {
        let rows = try SharedData.rows("statsmodels/mstl_test_results.csv").map { row in
            Dictionary(
                uniqueKeysWithValues: row.map {
                    ($0.key.trimmingCharacters(in: ["\""]), Double($0.value) ?? .nan)
                }
            )
        }
        let series = rows.compactMap { $0["Data"] }
        #expect(series.count == 3600)
        let seasons = Seasons(count: series.count, periods: [168, 24])
        let parts = try #require(seasons.decompose(series))
        #expect(parts.periods == [24, 168])
        for (index, row) in rows.enumerated() {
            #expect(abs(parts.trend[index] - (row["Trend"] ?? .nan)) < 1e-6)
            #expect(abs(parts.seasons[0][index] - (row["Seasonal24"] ?? .nan)) < 1e-6)
            #expect(abs(parts.seasons[1][index] - (row["Seasonal168"] ?? .nan)) < 1e-6)
            #expect(abs(parts.remainder[index] - (row["Remainder"] ?? .nan)) < 1e-6)
        }
    }

    /// A day and a week of known form, a slope, and noise a tenth as high.
    private static func known(_ count: Int) -> (series: [Double], expected: [Double]) {
        var random = Xoshiro(seed: 4)
        let expected = (0..<count).map { index -> Double in
            let day = 10 * sin(2 * Double.pi * Double(index % 24) / 24)
            let week = index % 168 < 120 ? 4.0 : -10.0
            return 100 + 0.01 * Double(index) + day + week
        }
        return (expected.map { $0 + random.normal() }, expected)
    }

    @Test func `gaps stay gaps and the rest is as if they were not there`() throws {
        let (series, expected) = Self.known(1008)
        var holed = series
        for index in 0..<1008 where (300..<330).contains(index) || index % 37 == 0 {
            holed[index] = .nan
        }
        let parts = try #require(Seasons(count: 1008, periods: [24, 168]).decompose(holed))
        for index in 0..<1008 {
            #expect(parts.remainder[index].isNaN == holed[index].isNaN)
            #expect(parts.trend[index].isNaN == holed[index].isNaN)
            if !holed[index].isNaN { #expect(abs(parts.expected(index) - expected[index]) < 4) }
        }
        #expect(parts.strength(0) > 0.8)
        #expect(parts.strength(1) > 0.8)
        #expect(Seasons(count: 1007, periods: [24]).decompose(holed) == nil)
        #expect(Seasons(count: 1008, periods: []).decompose(series) == nil)
        #expect(Seasons(count: 1008, periods: [900]).periods == [])
    }

    /// The values wrong by a hundred are 8 in 1008.
    @Test func `medians find the seasons among outliers and gaps`() throws {
        let (series, expected) = Self.known(1008)
        var wrong = series
        for index in stride(from: 50, to: 1008, by: 120) { wrong[index] += 100 }
        for index in 500..<520 { wrong[index] = .nan }
        let parts = try #require(PhaseMedians(wrong, periods: [24, 168]))
        let errors = zip(parts.expected, expected).map { abs($0 - $1) }
        #expect(errors.reduce(0, +) / 1008 < 0.9)
        #expect(try #require(errors.max()) < 6)
        #expect(parts.remainder.count { $0 > 90 } == 8)
        #expect(parts.remainder[510].isNaN)
    }

    @Test func `medians without seasons, of one value and of nothing`() throws {
        #expect(PhaseMedians([], periods: [24]) == nil)
        #expect(PhaseMedians([.nan, .nan], periods: [2]) == nil)
        let one = try #require(PhaseMedians([.nan, 5, .nan], periods: [7]))
        #expect(one.expected == [5, 5, 5])
        #expect(one.periods == [])
    }
}
