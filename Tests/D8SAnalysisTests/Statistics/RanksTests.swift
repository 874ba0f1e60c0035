import D8SAnalysis
import Testing

struct RanksTests {
    // python3: scipy.stats.mannwhitneyu(x, y, alternative='greater', method='exact').pvalue
    @Test func `the rank-sum test is SciPy's`() throws {
        let value = try #require(
            RankSum.higher([4.1, 5.2, 6.3, 7.4], than: [1, 2, 3, 4.2, 5])
        )
        #expect(abs(value - 0.031746031746031744) < 1e-12)
    }

    // python3: r = scipy.stats.rankdata(x + y); the share of itertools.combinations(range(9), 4)
    //   whose rank sum is at least that of x
    @Test func `ties are exact too`() throws {
        let value = try #require(RankSum.higher([3, 3, 4, 5], than: [1, 2, 3, 3, 1]))
        #expect(abs(value - 0.047619047619047616) < 1e-12)
    }

    /// Twelve above twelve: 1 / (24 over 12) = 1 / 2704156.
    @Test func `separated samples give the smallest probability there is`() throws {
        let low = (1...12).map(Double.init)
        let high = (13...24).map(Double.init)
        let value = try #require(RankSum.higher(high, than: low))
        #expect(abs(value * 2_704_156 - 1) < 1e-9)
        #expect(abs(RankSum.smallest(12, 12) * 2_704_156 - 1) < 1e-9)
        #expect(try #require(RankSum.higher(low, than: high)) > 0.99)
    }

    @Test func `nothing, a NaN and equal values prove nothing`() {
        #expect(RankSum.higher([], than: [1]) == nil)
        #expect(RankSum.higher([.nan], than: [1]) == nil)
        #expect(RankSum.higher([5, 5, 5], than: [5, 5]) == 1)
    }

    /// Benjamini & Hochberg's own example (1995, section 3.2): at 0.05 the first four are found.
    @Test func `the false discovery rate is Benjamini and Hochberg's`() {
        let example = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ]
        let families = example.map { FalseDiscovery.Family(probabilities: [$0]) }
        let limits = FalseDiscovery.thresholds(families, rate: 0.05)
        #expect(zip(example, limits).count { $0 <= $1 } == 4)
    }

    /// Simes: 0.01 · 2/1 = 0.02 ≤ 0.05 · 1/2 = 0.025; within the family 0.01 ≤ 0.025 · 1/2.
    @Test func `tests of one family share its budget`() {
        let families = [
            FalseDiscovery.Family(probabilities: [0.01, 0.9]),
            FalseDiscovery.Family(probabilities: [0.5]),
        ]
        #expect(FalseDiscovery.thresholds(families, rate: 0.05) == [0.0125, 0])
        #expect(FalseDiscovery.thresholds([], rate: 0.05) == [])
    }

    @Test func `a split lies where the level changes`() {
        let shares: [(part: Int, whole: Int)] = [(1, 10), (0, 9), (1, 11), (5, 10), (4, 9)]
        #expect(Split.ofShares(shares) == 3)
        #expect(Split.ofValues([10, 11, 9, 10, 40, 38]) == 4)
        #expect(Split.ofValues([1]) == nil)
    }
}
