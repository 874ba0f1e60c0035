import Foundation
import Testing

@testable import D8SAnalysis

struct SeriesAnomaliesTests {
    @Test func `one event of a night is one finding`() throws {
        var noise = Noise(seed: 21)
        var series = noise.daily(720)
        for hour in 705..<709 { series[hour] -= 9 }
        let result = SeriesAnomalies(series, seasons: [24], in: 696..<720)
        let odd = result.events.filter { $0.p < 0.01 }
        #expect(odd.count == 1)
        let event = try #require(odd.first)
        #expect((705..<709).contains(event.peak))
        #expect(!event.isHigh)
        #expect(abs(event.value - event.expected + 9) < 4)
    }

    @Test func `a probability can be smaller than one in as many points as there are`() throws {
        var noise = Noise(seed: 22)
        var series = noise.white(500)
        series[400] = 15
        let p = try #require(SeriesAnomalies(series).points[400].p)
        #expect(p < 1e-4)
        #expect(p > 0)
    }

    @Test func `what is usual at its hour is not odd`() throws {
        var noise = Noise(seed: 25)
        var series = noise.white(720).enumerated().map { $1 + ($0 % 24 == 3 ? 12 : 0) }
        series[702] += 12
        let events = SeriesAnomalies(series, seasons: [24], in: 696..<720).events
        let oddest = try #require(events.min { $0.p < $1.p })
        #expect(oddest.peak == 702)
        #expect(oddest.p < 0.01)
        #expect(!events.contains { $0.peak == 699 && $0.p < 0.1 })
    }

    @Test(arguments: Noise.Kind.allCases)
    func `healthy nights have no more events than their probability says`(kind: Noise.Kind) {
        var noise = Noise(seed: 31)
        var found = 0
        for _ in 0..<300 {
            let series = noise.series(kind, 720)
            let result = SeriesAnomalies(series, seasons: [24], in: 696..<720)
            if result.events.contains(where: { $0.p <= 0.01 }) { found += 1 }
        }
        // Of a Poisson distribution with mean 3, one draw in a thousand is above 9.
        #expect(found <= 9, "\(found) of 300 nights, of which 3 are due")
    }

    @Test(arguments: [[], [.nan], [1, 2, 3], [Double](repeating: 7, count: 200)])
    func `nothing is odd in nothing, in little and in a constant`(series: [Double]) {
        let result = SeriesAnomalies(series, seasons: [24, 168])
        #expect(result.points.count == series.count)
        #expect(result.events.isEmpty)
    }

    @Test func `gaps stay gaps`() {
        var noise = Noise(seed: 24)
        var series = noise.daily(400)
        for index in 100..<130 { series[index] = .nan }
        let result = SeriesAnomalies(series, seasons: [24])
        #expect(result.points[110].p == nil)
        #expect(result.points[200].p != nil)
    }
}

struct RunningMedianTests {
    @Test func `a window of what came last slides over known values`() {
        let series = [5, 1, 4, .nan, 2, 8, 3]
        #expect(RunningMedian.of(series, window: 3) == [5, 3, 4, 2.5, 3, 5, 3])
    }

    @Test(arguments: [401, 1000, 5000])
    func `a long window has the median of its values`(window: Int) {
        var random = Xoshiro(seed: 3)
        let series = (0..<3000).map { index in
            index % 97 == 5 ? Double.nan : (random.normal() * 20).rounded()
        }
        let medians = RunningMedian.of(series, window: window)
        for index in stride(from: 0, to: series.count, by: 113) {
            let known = series[max(0, index - window + 1)...index].filter(\.isFinite).sorted()
            let middle = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
            #expect(medians[index] == middle)
        }
    }
}
