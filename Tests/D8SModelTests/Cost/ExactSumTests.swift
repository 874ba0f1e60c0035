import D8SModel
import Testing

struct ExactSumTests {
    /// Python: `format(sum(map(Decimal, parts)), "f")`.
    private static let parts = [
        "-8876344263.18", "2047266028.4388983265", "-2044570.606079630920401",
        "25174433546.6119037022", "839057.282023894067533", "829231471770.734786",
        "-22494381264.868120", "-30448489246.81", "-369023.402371023221838",
        "-1024860690.122499", "29805261411.398256", "-81463788.874516",
    ]

    @Test func `the sum is exact and the same in any order`() throws {
        let parts = try Self.parts.map { try #require(ExactDecimal($0)) }
        let orders = [parts, parts.reversed(), parts.sorted(), parts.shuffled()]
        for order in orders {
            #expect(ExactDecimal.sum(order)?.description == "823331318966.602282268625294")
        }
    }

    @Test func `a sum may leave the range on its way`() throws {
        let large = try #require(ExactDecimal("1e38"))
        let small = try #require(ExactDecimal("1e-28"))
        let parts = [large, large, small, large.negated, small, large.negated]
        for order in [parts, parts.sorted(), parts.shuffled()] {
            #expect(ExactDecimal.sum(order)?.description == "0.0000000000000000000000000002")
        }
        #expect(ExactDecimal.sum([large, large]) == nil)
        #expect(ExactDecimal.sum([large, small]) == nil)
        #expect(ExactDecimal.sum([]) == .zero)
    }

    @Test func `a million decimals of one scale take milliseconds`() throws {
        let parts = (0..<1_000_000).compactMap {
            ExactDecimal(coefficient: Int128($0) * 1_000_003, scale: 15)
        }
        let clock = ContinuousClock()
        var total: ExactDecimal?
        let time = clock.measure { total = ExactDecimal.sum(parts) }
        // Python: Decimal(sum(i * 1000003 for i in range(10**6))).scaleb(-15)
        #expect(total?.description == "500.0009999985")
        // Generous for a debug build on a busy machine.
        #expect(time < .seconds(5))
    }
}
