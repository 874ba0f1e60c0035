import D8SModel
import Foundation
import Testing

@testable import D8SAnalysis

/// Four weeks of hours, of which the last one is news.
struct NewLevelTests {
    private func last(_ series: [Double]) -> Shift? {
        NewLevel.last(series, from: series.count - 168, fewest: 12)
    }

    private func shifted(_ series: [Double], by effect: Double, hours: Int) -> [Double] {
        series.enumerated().map { $1 + ($0 >= series.count - hours ? effect : 0) }
    }

    @Test(arguments: Noise.plain)
    func `healthy series have no new level beyond what its probability says`(kind: Noise.Kind) {
        var noise = Noise(seed: 51)
        var found = 0
        for _ in 0..<100 {
            if let shift = last(noise.series(kind, 672)), shift.p <= 0.01 { found += 1 }
        }
        // Of a Poisson distribution with mean 1, one draw in a thousand is above 5.
        #expect(found <= 5, "\(found) of 100, of which 1 is due")
    }

    @Test func `a level of three days is found where it began, whatever the tail`() throws {
        var noise = Noise(seed: 52)
        for series in [noise.white(672), noise.heavyTailed(672)] {
            let shift = try #require(last(shifted(series, by: 4, hours: 72)))
            #expect(abs(shift.index - 600) <= 2)
            #expect(shift.place.contains(600))
            #expect(shift.interval.contains(4))
            #expect(shift.p < 1e-9)
        }
    }

    /// Five days of such noise are worth 120 · 0.2 / 1.8 = 13 independent values, so that 3 lies
    /// ten standard errors off.
    @Test func `a level is found in noise that remembers`() throws {
        var noise = Noise(seed: 53)
        let clear = (0..<20).count { _ in
            let series = shifted(noise.autocorrelated(0.8, 672), by: 3, hours: 120)
            return (last(series)?.p ?? 1) < 1e-6
        }
        #expect(clear >= 12, "\(clear) of 20")
    }

    @Test func `what changed before is no news, what changed since is`() throws {
        var noise = Noise(seed: 54)
        let old = shifted(noise.white(672), by: 5, hours: 300)
        #expect(last(old).map(\.p) ?? 1 > 0.01)
        let shift = try #require(last(shifted(old, by: -3, hours: 48)))
        #expect(abs(shift.index - 624) <= 2)
        #expect(shift.p < 1e-9)
        #expect(abs(shift.before - 5) < 0.5)
    }

    @Test func `a straight rise is no new level`() {
        var noise = Noise(seed: 55)
        let rise = noise.white(672).enumerated().map { $1 + 0.05 * Double($0) }
        #expect(last(rise).map(\.p) ?? 1 > 0.01)
    }

    @Test func `gaps keep their places`() throws {
        var noise = Noise(seed: 56)
        var series = shifted(noise.white(672), by: 5, hours: 72)
        for index in stride(from: 0, to: 672, by: 3) where index != 600 { series[index] = .nan }
        #expect(abs(try #require(last(series)).index - 600) <= 3)
    }

    @Test(arguments: [
        [], [.nan], [1, 2], [Double](repeating: 4, count: 672),
        (0..<672).map { $0 % 2 == 0 ? 1.7e308 : -1.7e308 },
    ])
    func `nothing, little, a constant and what overflows have no new level`(series: [Double]) {
        #expect(last(series).map(\.p) ?? 1 > 0.01)
    }

    /// The definition: over all orders the scores of a split have mean 0 and variance 1.
    @Test func `scores are in standard deviations of all orders`() {
        let values = [3.0, 1, 4, 1, 5, 9]
        var sums = [Double](repeating: 0, count: 6)
        var squares = sums
        var count = 0.0
        func visit(_ chosen: [Double], _ rest: [Double]) {
            guard !rest.isEmpty else {
                count += 1
                for (index, score) in RankScan(chosen).scores.enumerated() {
                    sums[index] += score
                    squares[index] += score * score
                }
                return
            }
            for place in rest.indices {
                var others = rest
                let next = others.remove(at: place)
                visit(chosen + [next], others)
            }
        }
        visit([], values)
        for index in 1..<6 {
            #expect(abs(sums[index] / count) < 1e-12)
            #expect(abs(squares[index] / count - 1) < 1e-12)
        }
    }
}
