import Testing

@testable import D8SAnalysis

struct OddHoursTests {
    private let night = 648..<672

    @Test(arguments: Noise.plain)
    func `usual nights have no odd rows beyond what their probability says`(kind: Noise.Kind) {
        var noise = Noise(seed: 61)
        let found = (0..<200).count { _ in
            (OddHours(noise.series(kind, 672), in: night)?.p ?? 1) <= 0.01
        }
        // Of a Poisson distribution with mean 2, one draw in a thousand is above 7.
        #expect(found <= 7, "\(found) of 200, of which 2 are due")
    }

    /// Three values beyond 648 others come about with 1 / C(651, 3), at any of 22 places, on two
    /// sides and in four lengths with 3.8e-6; so far beyond them they are rarer still.
    @Test func `three hours far off are one row, rarer than their ranks alone say`() throws {
        var noise = Noise(seed: 62)
        var values = noise.white(672)
        for hour in 658..<661 { values[hour] += 12 }
        let odd = try #require(OddHours(values, in: night))
        #expect(odd.range == 658...660)
        #expect(odd.p < 3.8e-8)
    }

    @Test func `one hour far off is no row, nor are hours on both sides`() throws {
        var noise = Noise(seed: 63)
        var values = noise.white(672)
        values[660] += 50
        #expect(try #require(OddHours(values, in: night)).p > 1e-3)
        values[661] -= 50
        values[662] += 50
        #expect(try #require(OddHours(values, in: night)).p > 1e-3)
    }

    @Test func `with too little before there is nothing to say`() {
        #expect(OddHours([Double](repeating: 1, count: 60), in: 36..<60) == nil)
        #expect(OddHours([], in: 0..<0) == nil)
        var noise = Noise(seed: 64)
        let gone = noise.white(648) + [Double](repeating: .nan, count: 24)
        #expect(OddHours(gone, in: night) == nil)
    }
}
