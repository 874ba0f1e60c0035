import D8SAnalysis
import D8SModel
import Testing

/// Comparisons of samples, against SciPy 1.17.1 and statsmodels 0.15.0 (python3).
struct SampleTests {
    private static let few = [2.5, 3.1, 2.9, 10.4, 3.3, 2.2, 2.7, -4.0, 3.0, 2.8]
    private static let one = [4.1, 5.2, 6.3, 7.4, 3.3]
    private static let two: [Double] = [1, 2, 3, 4.2, 5, 6]
    // i = np.arange(60); (i*i*37 + i*11) % 101 and (i*i*53 + i*29) % 101 - 8
    private static let first = mixed(60, 37, 11, 101)
    private static let second = mixed(60, 53, 29, 101).map { $0 - 8 }

    private static func mixed(_ count: Int, _ a: Int, _ b: Int, _ modulus: Int) -> [Double] {
        (0..<count).map { (index: Int) -> Double in
            let number = index * index * a + index * b
            return Double(number % modulus)
        }
    }

    // statsmodels.robust.scale.mad(x), qn_scale(x); scipy.stats.iqr(x, scale='normal')
    @Test func `robust scales`() throws {
        let deviation = try #require(RobustScale.medianDeviation(Self.few))
        let range = try #require(RobustScale.quartileRange(Self.few))
        let pairs = try #require(RobustScale.pairs(Self.few))
        #expect(abs(deviation - 0.4447806655516806) < 1e-12)
        #expect(abs(range - 0.3891830823577207) < 1e-12)
        #expect(abs(pairs - 0.8876577863940301) < 1e-12)
    }

    // i = np.arange(501); ((i*i*7919 + i*104729) % 1000003) / 1000.0
    @Test func `robust scales of many values`() throws {
        let values = Self.mixed(501, 7919, 104_729, 1_000_003).map { $0 / 1000 }
        let deviation = try #require(RobustScale.medianDeviation(values))
        let pairs = try #require(RobustScale.pairs(values))
        #expect(abs(deviation - 372.07533535838445) < 1e-9)
        #expect(abs(pairs - 301.6660604170793) < 1e-9)
    }

    @Test func `a scale of nothing is unknown`() {
        #expect(RobustScale.medianDeviation([]) == nil)
        #expect(RobustScale.medianDeviation([1, .nan]) == nil)
        #expect(RobustScale.pairs([1]) == nil)
        #expect(RobustScale.pairs([1, .infinity]) == nil)
        #expect(RobustScale.pairs([2, 2, 2]) == 0)
    }

    // scipy.stats.mannwhitneyu(x, y, method='exact')
    @Test func `few values are compared exactly`() throws {
        let test = try #require(MannWhitney(Self.one, Self.two))
        #expect(test.isExact)
        #expect(test.u == 23)
        #expect(abs(test.superiority - 23.0 / 30) < 1e-15)
        #expect(abs(test.p - 0.17748917748917747) < 1e-12)
        #expect(abs(test.pLower - 0.9372294372294372) < 1e-12)
    }

    // scipy.stats.mannwhitneyu(x, y, method='asymptotic'), and alternative='greater'
    @Test func `many values with ties by the normal approximation`() throws {
        let test = try #require(MannWhitney(Self.first, Self.second))
        #expect(!test.isExact)
        #expect(test.u == 1967)
        #expect(abs(test.p - 0.3820992206729552) < 1e-12)
        #expect(abs(test.pHigher - 0.1910496103364776) < 1e-12)
        #expect(MannWhitney([.nan], [1]) == nil)
    }

    // np.median(np.subtract.outer(x, y)); for the interval the 1425th of the sorted differences
    //   from both ends: floor(60 * 60 / 2 - 1.96 sqrt(60 * 60 * 121 / 12)) = 1426 as index 1425
    @Test func `the shift is the median of the differences`() throws {
        let few = try #require(HodgesLehmann(Self.one, minus: Self.two))
        #expect(abs(few.shift - 1.75) < 1e-12)
        let many = try #require(HodgesLehmann(Self.first, minus: Self.second))
        #expect(many.shift == 5)
        #expect(many.interval == Interval(low: -6, high: 15))
        #expect(HodgesLehmann([1], minus: [2])?.shift == -1)
        #expect(HodgesLehmann([1], minus: [2])?.interval == nil)
        #expect(HodgesLehmann([1, .nan], minus: [2]) == nil)
        #expect(HodgesLehmann([-1e308, 1e308], minus: [1e308, -1e308])?.shift.isFinite == true)
    }

    // scipy.stats.permutation_test((x, y), mean difference, alternative='greater'), exact
    @Test func `permutations of few values are all looked at`() throws {
        let exact = try #require(Permutation.meanIsHigher(Self.one, than: Self.two))
        #expect(abs(exact - 0.06926406926406926) < 1e-12)
    }

    /// The same drawn: within five standard errors of the exact one.
    @Test func `drawn permutations come near, and always the same`() throws {
        let drawn = try #require(Permutation.meanIsHigher(Self.one, than: Self.two, rounds: 400))
        #expect(abs(drawn - 0.0693) < 0.064)
        #expect(Permutation.meanIsHigher(Self.one, than: Self.two, rounds: 400) == drawn)
        #expect(Permutation.probability(rounds: 99) { _ in false } == 0.01)
        #expect(Permutation.probability(rounds: 9999, enough: 10) { _ in true } == 1)
        #expect(Permutation.meanIsHigher([], than: [1]) == nil)
    }

    // scipy.stats.false_discovery_control(p), and method='by'
    @Test func `adjusted probabilities`() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ]
        let positive = [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286,
            0.0645, 0.0765, 0.486, 0.5811818181818181, 0.714875, 0.7532307692307693,
            0.8132142857142857, 1,
        ]
        let any = [
            0.004977343489843491, 0.009954686979686982, 0.03152317543567544, 0.11821190788378289,
            0.20008920829170831, 0.21189262285333718, 0.21189262285333718, 0.2140257700632701,
            0.25384451798201807, 1, 1, 1, 1, 1, 1,
        ]
        let found = FalseDiscovery.adjusted(p, .positive)
        let dependent = FalseDiscovery.adjusted(p.reversed(), .any)
        #expect(zip(found, positive).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(zip(dependent.reversed(), any).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(FalseDiscovery.adjusted([.nan, 0.01], .positive) == [1, 0.02])
        #expect(FalseDiscovery.adjusted([], .any) == [])
    }

    /// By the definition: of 19 scores and a new one above all of them, 1 of 20 is as high.
    @Test func `conformal probabilities and intervals`() {
        let scores = (1...19).map(Double.init)
        #expect(Conformal.probability(20, among: scores) == 0.05)
        #expect(Conformal.probability(19, among: scores) == 0.1)
        #expect(Conformal.probability(0, among: scores) == 1)
        #expect(Conformal.probability(1, among: []) == 1)
        #expect(Conformal.radius(scores, confidence: 0.95) == 19)
        #expect(Conformal.radius(scores, confidence: 0.96) == nil)
        #expect(Conformal.radius(scores, confidence: 0.5) == 10)
        #expect(Conformal.interval(scores) == nil)
        let residuals = (-19...19).map(Double.init)
        #expect(Conformal.interval(residuals) == Interval(low: -19, high: 19))
    }

    /// Half of 2000 fresh values lie inside an interval of 50 %, and so on, for skewed values too.
    @Test(arguments: [0.5, 0.8, 0.9, 0.95]) func `intervals cover as they say`(_ share: Double) {
        var random = Xoshiro(seed: 11)
        var inside = 0
        for _ in 0..<2000 {
            let seen = (0..<60).map { _ in -random.normal().magnitude }.sorted()
            let next = -random.normal().magnitude
            if Conformal.interval(seen, confidence: share)?.contains(next) == true { inside += 1 }
        }
        let error = (share * (1 - share) / 2000).squareRoot()
        #expect(Double(inside) / 2000 > share - 4 * error)
        #expect(Double(inside) / 2000 < share + 2.0 / 61 + 4 * error)
    }
}
