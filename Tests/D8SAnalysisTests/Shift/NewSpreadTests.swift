import D8SModel
import Testing

@testable import D8SAnalysis

/// Four weeks of hours, of which the last one is news.
struct NewSpreadTests {
    private func last(_ series: [Double]) -> Shift? {
        NewSpread.last(series, length: 24, within: 7)
    }

    private func widened(_ series: [Double], by factor: Double, hours: Int) -> [Double] {
        series.enumerated().map { $1 * ($0 >= series.count - hours ? factor : 1) }
    }

    @Test(arguments: Noise.plain)
    func `healthy series have no new spread beyond what its probability says`(kind: Noise.Kind) {
        var noise = Noise(seed: 71)
        let found = (0..<100).count { _ in (last(noise.series(kind, 672))?.p ?? 1) <= 0.01 }
        // Of a Poisson distribution with mean 1, one draw in a thousand is above 5.
        #expect(found <= 5, "\(found) of 100, of which 1 is due")
    }

    @Test func `a spread that tripled four days ago is found where it began`() throws {
        var noise = Noise(seed: 72)
        let spread = try #require(last(widened(noise.white(672), by: 3, hours: 96)))
        #expect(spread.kind == .spread)
        #expect(abs(spread.index - 576) <= 12)
        #expect(spread.p < 1e-6)
        #expect(abs(spread.before - 1) < 0.2)
        #expect(abs(spread.after - 3) < 1)
        #expect(spread.interval.contains(2))
    }

    @Test func `a spread that shrank is found as well`() throws {
        var noise = Noise(seed: 73)
        let spread = try #require(last(widened(noise.white(672), by: 0.2, hours: 96)))
        #expect(spread.p < 1e-6)
        #expect(spread.effect < 0)
    }

    @Test func `weekends that vary less are no new spread`() {
        var noise = Noise(seed: 76)
        let found = (0..<50).count { start in
            let weekly = noise.white(672).enumerated().map {
                (start + $0 / 24) % 7 < 2 ? $1 / 4 : $1
            }
            return (last(weekly)?.p ?? 1) <= 0.01
        }
        // Of a Poisson distribution with mean 0.5, one draw in a thousand is above 3.
        #expect(found <= 3, "\(found) of 50")
    }

    @Test func `neither a new level nor a slope is a new spread`() {
        var noise = Noise(seed: 74)
        let white = noise.white(672)
        let shifted = white.enumerated().map { $1 + ($0 >= 600 ? 20 : 0) }
        #expect(last(shifted)?.p ?? 1 > 1e-3)
        #expect(last(white.enumerated().map { $1 + Double($0) / 20 })?.p ?? 1 > 1e-3)
    }

    @Test func `a wandering series has the spread of its steps`() throws {
        var noise = Noise(seed: 75)
        var level = 0.0
        let walk = noise.white(672).enumerated().map { hour, step in
            level += step * (hour >= 576 ? 4 : 1)
            return level
        }
        let spread = try #require(last(walk))
        #expect(spread.p < 1e-8)
        #expect(abs(spread.after / spread.before - 4) < 1.5)
    }

    @Test func `equal or too few values have none`() {
        #expect(last([Double](repeating: 3, count: 672)) == nil)
        #expect(NewSpread.last([1, 5, 2], length: 24, within: 7) == nil)
        #expect(NewSpread.last([], length: 0, within: 7) == nil)
    }
}
