import D8SAnalysis
import Testing

struct FalseTrendTests {
    /// Of 400 series without a trend 20 are promised; 40 would be four standard errors more, which
    /// leaves room for what whitening with an estimate costs.
    @Test(arguments: [0, 0.5, 0.8]) func `pre-whitening keeps its word`(_ share: Double) {
        var random = Xoshiro(seed: 6)
        var found = 0
        for _ in 0..<400 {
            var level = random.normal()
            let series = (0..<150).map { _ in
                level = share * level + random.normal()
                return level
            }
            if let test = MannKendall.preWhitened(series), test.p < 0.05 { found += 1 }
        }
        #expect(found < 40)
    }

    @Test func `a trend of two deviations over the series is found in spite of it`() {
        var random = Xoshiro(seed: 8)
        var found = 0
        for _ in 0..<50 {
            var level = random.normal()
            let series = (0..<300).map { index in
                level = 0.5 * level + random.normal()
                return level + Double(index) * 0.01
            }
            if let test = MannKendall.preWhitened(series), test.p < 0.05, test.z > 0 { found += 1 }
        }
        #expect(found >= 45)
    }

    @Test func `gaps and nothing`() throws {
        #expect(MannKendall([.nan, 1]) == nil)
        #expect(MannKendall.hamedRao([]) == nil)
        #expect(MannKendall.preWhitened([1, 2]) == nil)
        #expect(MannKendall.seasonal([1, 2, 3], period: 5) == nil)
        #expect(MannKendall.regional([]) == nil)
        #expect(MannKendall.correlated([[1, .nan], [2, 3]]) == nil)
        let holed = try #require(MannKendall([1, .nan, 2, .infinity, 3]))
        #expect(holed.count == 3)
        #expect(holed.tau == 1)
        #expect(holed.pUp < holed.pDown)
    }
}
