import D8SAnalysis
import D8SModel
import Testing

struct UsageDigestTests {
    @Test(arguments: [1, 2, 3, 19, 20, 21, 100, 1441, 20_160])
    func `the 95th percentile is that of all values`(count: Int) throws {
        var random = Xoshiro(seed: UInt64(count))
        let values = (0..<count).map { _ in Double.random(in: 0...4, using: &random) }
        var digest = UsageDigest(points: count)
        for value in values { digest.add(value) }
        #expect(digest.quantile(0.95) == Quantile.of(0.95, in: values))
        #expect(digest.peak == values.max())
        #expect(digest.count == count)
        let limit = try #require(digest.quantile(0.95))
        #expect(digest.count(above: limit) == values.count { $0 > limit })
    }

    @Test func `one that was made for fewer values says too much rather than too little`() throws {
        var digest = UsageDigest(points: 100)
        for value in 1...1000 { digest.add(Double(value)) }
        #expect(try #require(digest.quantile(0.95)) >= 950.05)
    }

    @Test func `what is no number counts for nothing`() {
        var digest = UsageDigest(points: 10)
        for value in [Double.nan, -1, .infinity] { digest.add(value) }
        #expect(digest.count == 0)
        #expect(digest.quantile(0.95) == nil)
        #expect(digest.peak == nil)
    }
}
