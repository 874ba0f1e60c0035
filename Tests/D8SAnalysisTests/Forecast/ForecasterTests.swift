import Foundation
import Testing

@testable import D8SAnalysis

struct ForecasterTests {
    private func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<count).map { _ in numbers.normal() }
    }

    @Test func `a straight line goes on`() throws {
        let values = (0..<60).map { 10 + 2 * Double($0) }
        let forecast = try #require(Forecaster(values: values, horizon: 5).forecast())
        for step in 0..<5 {
            #expect(abs(forecast.mean[step] - Double(130 + 2 * step)) < 1.5)
        }
        #expect(forecast.n == 60)
    }

    @Test func `a day within a week goes on`() throws {
        let noise = noise(840)
        let values = (0..<888).map { hour -> Double in
            let day = 100 + 20 * sin(Double(hour % 24) * .pi / 12)
            return hour / 24 % 7 >= 5 ? day * 0.6 : day
        }
        let seen = values.prefix(840).enumerated().map { $1 + noise[$0] }
        let forecast = try #require(
            Forecaster(values: seen, seasons: [24, 168], horizon: 48).forecast()
        )
        for step in 0..<48 { #expect(abs(forecast.mean[step] - values[840 + step]) < 4) }
        #expect(forecast.season == [24, 168])
    }

    @Test func `the intervals are nested and hold the mean`() throws {
        let forecast = try #require(
            Forecaster(values: noise(120), seasons: [12], horizon: 12).forecast()
        )
        for step in 0..<12 {
            #expect(forecast.lower95[step] <= forecast.lower80[step])
            #expect(forecast.lower80[step] <= forecast.mean[step])
            #expect(forecast.mean[step] <= forecast.upper80[step])
            #expect(forecast.upper80[step] <= forecast.upper95[step])
        }
    }

    @Test func `counts are never negative and a disk is never fuller than it is large`() throws {
        let counts = noise(100).map { max(0, ($0 * 2).rounded()) }
        let calm = try #require(
            Forecaster(values: counts, horizon: 20, bounds: .nonNegative).forecast()
        )
        #expect(calm.lower95.allSatisfy { $0 >= 0 })
        let disk = (0..<100).map { 900 + Double($0) }
        let bounds = ForecastBounds(lower: 0, upper: 1_000)
        let full = try #require(Forecaster(values: disk, horizon: 30, bounds: bounds).forecast())
        #expect(full.upper95.allSatisfy { $0 <= 1_000 })
        #expect(full.mean[29] > 995)
    }

    @Test func `the step at which a limit is reached`() throws {
        let noise = noise(200, seed: 3)
        let values = (0..<200).map { Double($0) + noise[$0] }
        let forecast = try #require(Forecaster(values: values, horizon: 60).forecast())
        let crossing = forecast.crossing(of: 230, isUpper: true)
        let expected = try #require(crossing.expected)
        #expect(abs(expected - 31) <= 4)
        let early = try #require(crossing.early95)
        #expect(early <= expected)
        #expect((crossing.late95 ?? 60) >= expected)
        #expect(forecast.crossing(of: 1_000, isUpper: true).expected == nil)
    }

    @Test func `gaps are no values, and those at the end are forecast over`() throws {
        let wave = (0..<252).map { 50 + 10 * sin(Double($0) * .pi / 6) }
        var gappy = Array(wave.prefix(240))
        for index in [5, 6, 7, 100, 150, 151, 236, 237, 238, 239] { gappy[index] = .nan }
        let forecast = try #require(
            Forecaster(values: gappy, seasons: [12], horizon: 12).forecast()
        )
        for step in 0..<12 { #expect(abs(forecast.mean[step] - wave[240 + step]) < 1.5) }
        #expect(forecast.n == 230)
        #expect(forecast.notes.contains { $0.contains("gaps") })
    }

    @Test func `short histories fall back and say so`() throws {
        #expect(Forecaster(values: [], horizon: 3).forecast() == nil)
        #expect(Forecaster(values: [4], horizon: 3).forecast() == nil)
        let three = try #require(Forecaster(values: [4, 6, 5], horizon: 3).forecast())
        #expect(three.mean == [5, 5, 5])
        #expect(three.method == "naive")
        #expect(three.notes.contains { $0.contains("too few") })
        let year = try #require(
            Forecaster(values: noise(20), seasons: [12], horizon: 3).forecast()
        )
        #expect(year.notes.contains { $0.contains("season of 12") })
    }

    @Test func `a constant stays`() throws {
        let forecast = try #require(
            Forecaster(values: Array(repeating: 7, count: 50), horizon: 4).forecast()
        )
        #expect(forecast.mean == [7, 7, 7, 7])
        #expect(forecast.upper95 == [7, 7, 7, 7])
    }

    @Test func `hostile values do no harm`() throws {
        let tiny = (0..<40).map { index -> Double in index % 2 == 0 ? .leastNonzeroMagnitude : 0 }
        let hostile: [[Double]] = [
            [.nan, .infinity, -.infinity], [1e308, -1e308, 1e308, 0, 5, 1e300, 2, 3, 4, 5, 6, 7],
            tiny, Array(repeating: .nan, count: 30) + [1, 2],
            (0..<100).map { pow(10, Double($0)) }, Array(repeating: 0, count: 30) + [1],
        ]
        for values in hostile {
            let forecast = Forecaster(values: values, seasons: [-3, 0, 1, 2, 7, .max], horizon: 9)
                .forecast()
            guard let forecast else { continue }
            #expect(forecast.mean.count == 9)
            #expect(!forecast.mean.contains { !$0.isFinite })
        }
        let none = Forecaster(values: noise(30), horizon: -5).forecast()
        #expect(none?.mean.count == 1)
    }

    @Test func `the same values give the same forecast`() {
        let values = noise(300)
        let one = Forecaster(values: values, seasons: [7], horizon: 10).forecast()
        #expect(one == Forecaster(values: values, seasons: [7], horizon: 10).forecast())
    }
}
