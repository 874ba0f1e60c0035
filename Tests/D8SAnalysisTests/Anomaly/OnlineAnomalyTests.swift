import Testing

@testable import D8SAnalysis

struct OnlineAnomalyTests {
    @Test func `a score knows nothing of what comes later`() {
        var noise = Noise(seed: 1)
        let series = noise.daily(600)
        let whole = OnlineAnomaly.scores(series, season: 24)
        let part = OnlineAnomaly.scores(Array(series[..<400]), season: 24)
        #expect(Array(whole[..<400]) == part)
    }

    @Test func `a spike is the oddest of all points, and one event`() throws {
        var noise = Noise(seed: 2)
        var series = noise.daily(1000)
        series[700] += 12
        series[701] += 11
        let scores = OnlineAnomaly.scores(series, season: 24)
        let oddest = try #require(scores.indices.max { scores[$0].score < scores[$1].score })
        #expect(oddest == 700)
        #expect(scores[701].score == 0)
        #expect(try #require(scores[701].p) < 0.05)
    }

    @Test func `a value that is usual but not at this hour is odd`() throws {
        var noise = Noise(seed: 3)
        var series = (0..<960).map { ($0 % 24 < 12 ? 10.0 : 50.0) + 0.5 * noise.normal() }
        for hour in 720..<732 { series[hour] += 40 }
        let scores = OnlineAnomaly.scores(series, season: 24)
        let usual = scores[600..<720].map(\.score)
        #expect(try #require(usual.max()) < scores[720].score)
        #expect(try #require(scores[720].p) < 0.05)
    }

    @Test func `gaps have no probability and disturb nothing`() {
        var noise = Noise(seed: 4)
        var series = noise.daily(500)
        for index in stride(from: 100, to: 500, by: 7) { series[index] = .nan }
        series[333] = .infinity
        let scores = OnlineAnomaly.scores(series, season: 24)
        #expect(scores.count == series.count)
        #expect(scores[100].p == nil)
        #expect(scores[333].p == nil)
        #expect(scores.allSatisfy { $0.score.isFinite && (0..<1).contains($0.score) })
        #expect(scores.suffix(100).contains { $0.p != nil })
    }

    @Test func `a constant is never odd, and its first change is`() throws {
        var series = [Double](repeating: 45, count: 400)
        #expect(OnlineAnomaly.scores(series).allSatisfy { $0.score < 0.2 })
        series[300] = 46
        let scores = OnlineAnomaly.scores(series)
        #expect(scores.indices.max { scores[$0].score < scores[$1].score } == 300)
    }

    @Test(arguments: [nil, 24])
    func `healthy points are found odd no more often than their probability says`(season: Int?) {
        var noise = Noise(seed: 5)
        let healthy = [
            noise.white(4000), noise.autocorrelated(0.8, 4000), noise.heavyTailed(4000),
            noise.daily(4000), noise.counts(mean: 3, 4000), noise.ratios(of: 20, share: 0.1, 4000),
        ]
        for level in [0.01, 0.001] {
            let scores = healthy.flatMap { OnlineAnomaly.scores($0, season: season) }
            let odd = scores.count { ($0.p ?? 1) <= level }
            #expect(Double(odd) <= 1.5 * level * Double(scores.count), "\(odd) at \(level)")
        }
    }

    @Test func `the interval holds about 95 percent`() {
        var noise = Noise(seed: 6)
        let series = noise.daily(3000)
        let scores = OnlineAnomaly.scores(series, season: 24)
        let inside = zip(series, scores).dropFirst(500).count { value, score in
            guard let lower = score.lower, let upper = score.upper else { return false }
            return (lower...upper).contains(value)
        }
        #expect((0.93...0.97).contains(Double(inside) / 2500))
    }

    @Test(arguments: [[], [.nan, .nan], [1], [1e308, -1e308, 1e308]])
    func `what is too short or too large is no error`(series: [Double]) {
        let scores = OnlineAnomaly.scores(series, season: 24)
        #expect(scores.count == series.count)
        #expect(scores.allSatisfy { $0.score == 0 && $0.p == nil })
    }
}
