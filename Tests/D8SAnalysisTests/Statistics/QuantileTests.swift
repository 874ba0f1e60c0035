import D8SAnalysis
import D8SModel
import Testing

struct QuantileTests {
    // python3 -c "import numpy as np; print([np.quantile([3,1,4,1,5,9,2,6], q)
    //   for q in (0, .25, .5, .75, .95, 1)])"
    @Test(arguments: [(0, 1), (0.25, 1.75), (0.5, 3.5), (0.75, 5.25), (0.95, 7.95), (1, 9.0)])
    func `quantiles are NumPy's`(share: Double, expected: Double) throws {
        let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        let selected = try #require(Quantile.of(share, in: values))
        let sorted = try #require(Quantile.of(share, sorted: values.sorted()))
        #expect(abs(selected - expected) < 1e-12)
        #expect(abs(sorted - expected) < 1e-12)
    }

    // python3 -c "import numpy as np; r = np.arange(10007)*7919%10007
    //   print(np.quantile(r, .95), np.median(r))"
    @Test func `selection finds the place among ten thousand`() throws {
        let values = (0..<10_007).map { Double($0 * 7919 % 10_007) }
        #expect(Quantile.median(of: values) == 5003)
        #expect(abs(try #require(Quantile.of(0.95, in: values)) - 9505.7) < 1e-9)
    }

    /// Sorted, reversed, constant, few different, and organ-pipe orders: each share against sorting.
    @Test(arguments: 0..<6)
    func `selection agrees with sorting on orders that are hard for it`(kind: Int) {
        let count = 2001
        let values = (0..<count).map { index -> Double in
            switch kind {
            case 0: Double(index)
            case 1: Double(count - index)
            case 2: 7
            case 3: Double(index % 3)
            case 4: Double(min(index, count - index))
            default: Double((index &* 48_271) % 65_537)
            }
        }
        let sorted = values.sorted()
        for share in [0, 0.01, 0.5, 0.753, 0.99, 1] {
            #expect(Quantile.of(share, in: values) == Quantile.of(share, sorted: sorted))
        }
    }

    @Test func `nothing, a NaN and a share outside 0 to 1 have no quantile`() {
        #expect(Quantile.median(of: []) == nil)
        #expect(Quantile.median(of: [1, .nan, 3]) == nil)
        #expect(Quantile.of(1.5, in: [1, 2]) == nil)
        #expect(Quantile.of(.nan, in: [1, 2]) == nil)
    }

    @Test func `infinite values stay in their place`() {
        #expect(Quantile.median(of: [1, 2, .infinity]) == 2)
        #expect(Quantile.median(of: [-.infinity, .infinity, .infinity]) == .infinity)
    }

    @Test func `one value is its own median`() {
        #expect(Quantile.median(of: [42]) == 42)
    }

    // python3: from scipy import stats; ks = range(n+1); cdf = stats.binom.cdf(ks, n, p)
    //   low = sum(cdf <= .025); high = argmax(cdf >= .975) + 1
    @Test(arguments: [
        (6, 0.5, 1, 6), (10, 0.5, 2, 9), (50, 0.5, 18, 33), (100, 0.95, 90, 100),
        (1000, 0.5, 469, 532), (100_000, 0.5, 49_690, 50_311),
    ])
    func `order statistics bound a quantile`(count: Int, share: Double, low: Int, high: Int) {
        let values = (1...count).map(Double.init)
        let interval = OrderStatistics.interval(share, sorted: values)
        #expect(interval?.low == Double(low))
        #expect(interval?.high == Double(high))
    }

    @Test func `five values do not bound a median, nor twenty a P95`() {
        #expect(OrderStatistics.interval(0.5, sorted: [1, 2, 3, 4, 5]) == nil)
        #expect(OrderStatistics.interval(0.95, sorted: (1...20).map(Double.init)) == nil)
        #expect(OrderStatistics.interval(0.5, sorted: []) == nil)
    }
}
