import D8SAnalysis
import D8SModel
import Testing

/// Against SciPy 1.17.1 (python3), whose own last digits are off by a few 1e-14 here and there.
struct DistributionTests {
    private func close(_ found: Double?, _ expected: Double, _ limit: Double = 1e-12) -> Bool {
        guard let found else { return false }
        return abs(found - expected) <= limit * abs(expected)
    }

    // scipy.special.betainc(a, b, x), betaincinv(a, b, 0.025), betaincinv(a, b, 0.9)
    @Test(arguments: [
        [0.3, 2, 3, 0.34829999999999994, 0.06758598648854294, 0.6795394162781817],
        [0.999, 0.5, 5, 0.9999999999999998, 0.00010322821001171735, 0.24727222680255595],
        [1e-8, 0.2, 20, 0.04960640294939119, 3.250957510413307e-10, 0.030386298598279744],
        [0.5, 1e5, 1.0001e5, 0.5089196728805322, 0.4977837577011538, 0.5014077825407484],
        [0.02, 20.5, 1000.25, 0.5209387706278804, 0.012405187429412073, 0.0258725544519196],
        [0.9, 300, 7, 2.4602339209284397e-08, 0.9578126860296547, 0.9872278331206097],
    ])
    func `the incomplete beta function and its inverse`(_ row: [Double]) {
        #expect(close(IncompleteBeta.lower(row[0], row[1], row[2]), row[3]))
        #expect(close(IncompleteBeta.point(0.025, row[1], row[2]), row[4]))
        #expect(close(IncompleteBeta.point(0.9, row[1], row[2]), row[5]))
    }

    @Test func `the ends and nonsense`() {
        #expect(IncompleteBeta.lower(0, 1, 2) == 0)
        #expect(IncompleteBeta.lower(1, 1, 2) == 1)
        #expect(IncompleteBeta.lower(.nan, 1, 2) == nil)
        #expect(IncompleteBeta.lower(0.5, 0, 2) == nil)
        #expect(IncompleteBeta.point(0, 3, 2) == 0)
        #expect(IncompleteBeta.point(1, 3, 2) == 1)
        #expect(StudentT.upperTail(1, degrees: 0) == nil)
        #expect(StudentT.upperTail(-.infinity, degrees: 3) == 1)
        #expect(StudentT.point(exceededWith: 0.5, degrees: 3) == 0)
        #expect(StudentT.point(exceededWith: 1, degrees: 3) == nil)
        #expect(ChiSquare.upperTail(0, degrees: 2) == 1)
        #expect(ChiSquare.upperTail(.infinity, degrees: 2) == 0)
        #expect(ClopperPearson.interval(1, of: 0) == nil)
    }

    // scipy.stats.beta.ppf(0.025, k, n - k + 1), scipy.stats.beta.isf(0.025, k + 1, n - k); those of
    // R's binom.test. (scipy.stats.binomtest stops at 2e-12.)
    @Test(arguments: [
        (1, 10, 0.0025285785444617848, 0.4450161170281953),
        (0, 20, 0, 0.16843347098308534),
        (11, 50, 0.11526582603784859, 0.3596118885657893),
        (20, 20, 0.8315665290169146, 1),
        (3, 100000, 6.186763958922033e-06, 8.7670202566362e-05),
        (99990, 100000, 0.9998161041546233, 0.999952045104861),
    ])
    func `the exact interval of a share`(_ k: Int, _ n: Int, _ low: Double, _ high: Double) throws {
        let interval = try #require(ClopperPearson.interval(k, of: n))
        #expect(close(interval.low, low))
        #expect(close(interval.high, high))
    }

    // scipy.stats.t.sf(t, df)
    @Test(arguments: [
        (2.0, 3.0, 0.06966298427942152), (-1.5, 7.5, 0.912759714706768),
        (40, 2, 0.0003122073360923703), (0.01, 1000, 0.4960116409660936),
        (6, 30, 6.971384383602382e-07),
    ])
    func `Student's tail`(_ t: Double, _ degrees: Double, _ expected: Double) {
        #expect(close(StudentT.upperTail(t, degrees: degrees), expected))
    }

    // scipy.stats.t.isf(p, df)
    @Test(arguments: [
        (0.025, 3.0, 3.1824463052837086), (0.9, 1, -3.0776835371752544),
        (1e-9, 12.5, 15.180120303021186), (0.3, 1e5, 0.5244021842335457),
    ])
    func `Student's points`(_ p: Double, _ degrees: Double, _ expected: Double) {
        #expect(close(StudentT.point(exceededWith: p, degrees: degrees), expected))
    }

    // scipy.stats.chi2.sf(x, df)
    @Test(arguments: [
        (3.84, 1.0, 0.05004352124870519), (100, 50, 3.454931382984871e-05),
        (10, 50, 0.9999999998400414), (0.001, 0.5, 0.8350402492315872),
        (1.02e5, 1e5, 4.41193925512029e-06), (700, 20, 2.2134053404244967e-135),
    ])
    func `the tail of chi-square`(_ value: Double, _ degrees: Double, _ expected: Double) {
        #expect(close(ChiSquare.upperTail(value, degrees: degrees), expected))
    }
}
