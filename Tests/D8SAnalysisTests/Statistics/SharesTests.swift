import D8SAnalysis
import D8SModel
import Testing

struct SharesTests {
    // python3: scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
    @Test(arguments: [
        (11, 50, 0.1275391597, 0.3524154958), (0, 10, 0, 0.2775327999),
        (10, 10, 0.7224672001, 1), (1, 1, 0.2065493144, 1), (5, 52, 0.0417743511, 0.2060963012),
    ])
    func `Wilson's interval is SciPy's`(part: Int, whole: Int, low: Double, high: Double) throws {
        let interval = try #require(Wilson.interval(part, of: whole))
        #expect(abs(interval.low - low) < 1e-9)
        #expect(abs(interval.high - high) < 1e-9)
    }

    @Test func `nothing of nothing has no interval`() {
        #expect(Wilson.interval(0, of: 0) == nil)
        #expect(Wilson.interval(3, of: 2) == nil)
        #expect(Wilson.interval(-1, of: 2) == nil)
    }

    /// Newcombe 1998, table II, example (a): 56/70 − 48/80 by method 10 is 0.0524 to 0.3339.
    @Test func `the difference of two shares is Newcombe's`() throws {
        let interval = try #require(Wilson.difference((56, 70), minus: (48, 80)))
        #expect(abs(interval.low - 0.0524) < 5e-5)
        #expect(abs(interval.high - 0.3339) < 5e-5)
    }

    // python3: scipy.stats.fisher_exact([[a, n-a], [b, m-b]], alternative='greater').pvalue
    @Test(arguments: [
        (15, 50, 5, 50, 0.011417490505707756), (15, 50, 13, 150, 0.0004240822997305182),
        (3, 4, 0, 5, 0.047619047619047616), (0, 5, 2, 5, 1.0),
        (300, 1000, 200, 1000, 1.4876209691063172e-07),
    ])
    func `Fisher's test is SciPy's`(a: Int, n: Int, b: Int, m: Int, expected: Double) throws {
        let probability = try #require(FisherExact.higher((a, n), than: (b, m)))
        #expect(abs(probability / expected - 1) < 1e-9)
    }

    // python3: scipy.stats.binom.sf(k - 1, n, p)
    @Test(arguments: [
        (11, 50, 0.05, 2.964604953171225e-05), (3, 10, 0.5, 0.9453125), (1, 1, 0.3, 0.3),
        (600, 1000, 0.5, 1.3642320780329735e-10), (0, 5, 0.5, 1),
    ])
    func `the binomial tail is SciPy's`(k: Int, n: Int, share: Double, expected: Double) throws {
        let tail = try #require(Binomial.upperTail(k, of: n, share: share))
        #expect(abs(tail / expected - 1) < 1e-9)
    }

    // python3: n*(1 - 1/(9*n) - z/(3*n**.5))**3 and the same with n + 1 and + z, z = 1.959963984540054
    // (the exact bounds by scipy.stats.chi2.ppf: 4.795 and 18.390 for 10; 177.896, 235.066 for 205)
    @Test(arguments: [
        (0, 0, 3.6680118321737507), (10, 4.787449913967563, 18.391458605756473),
        (205, 177.89516147015266, 235.0665082931258),
    ])
    func `a count has Byar's interval`(events: Int, low: Double, high: Double) throws {
        let interval = try #require(Poisson.interval(events))
        #expect(abs(interval.low - low) < 1e-9)
        #expect(abs(interval.high - high) < 1e-9)
    }

    // python3: scipy.stats.poisson.cdf(5, 12.5), scipy.stats.poisson.cdf(80, 100)
    @Test(arguments: [(5, 12.5, 0.014822874597441575), (80, 100, 0.022649176642255638)])
    func `the Poisson tail is SciPy's`(events: Int, mean: Double, expected: Double) {
        #expect(abs(Poisson.lowerTail(events, mean: mean) / expected - 1) < 1e-9)
    }

    // python3: scipy.stats.norm.sf(1.5), scipy.stats.norm.isf(1e-5)
    @Test func `the normal distribution is SciPy's`() throws {
        #expect(abs(Normal.upperTail(1.5) - 0.06680720126885807) < 1e-15)
        let point = try #require(Normal.point(exceededWith: 1e-5))
        #expect(abs(point - 4.264890793922825) < 1e-9)
        #expect(Normal.point(exceededWith: 0) == nil)
    }
}
