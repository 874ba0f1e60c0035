import D8SAnalysis
import D8SModel
import Testing

struct ApportionmentTests {
    @Test func `a third of ten is not lost`() {
        let even = [ExactDecimal](repeating: .zero, count: 3)
        let parts = Apportionment.parts(of: decimal("10.00"), by: even)
        #expect(parts == [decimal("3.34"), decimal("3.33"), decimal("3.33")])
    }

    @Test func `what is left goes to those that lost most`() {
        // 5 cents by 1:2:3 are 0.83, 1.67 and 2.5 cents: cut to 0, 1 and 2, two are left.
        let parts = Apportionment.parts(
            of: decimal("0.05"),
            by: [decimal("1"), decimal("2"), decimal("3")]
        )
        #expect(parts == [decimal("0.01"), decimal("0.02"), decimal("0.02")])
    }

    @Test func `a negative amount is shared as well`() {
        let parts = Apportionment.parts(of: decimal("-0.05"), by: [decimal("1"), decimal("1")])
        #expect(parts == [decimal("-0.03"), decimal("-0.02")])
    }

    @Test func `nobody gets nothing of nothing`() {
        #expect(Apportionment.parts(of: decimal("5"), by: []).isEmpty)
        #expect(Apportionment.parts(of: .zero, by: [.zero]) == [.zero])
    }

    @Test func `parts come to the whole, whatever the weights`() {
        var random = Xoshiro(seed: 20)
        for _ in 0..<150 {
            let count = Int.random(in: 1...40, using: &random)
            let weights = (0..<count).map { _ in Self.number(&random) }
            let whole = Self.number(&random)
            let parts = Apportionment.parts(of: whole, by: weights)
            #expect(ExactDecimal.sum(parts) == whole)
            #expect(parts.count == count)
        }
    }

    /// Of up to 30 digits, and of either sign.
    private static func number(_ random: inout Xoshiro) -> ExactDecimal {
        let size = Int128(Int64.random(in: -(1 << 50)...(1 << 50), using: &random))
        let factor = Int128(Int64.random(in: 1...(1 << 45), using: &random))
        let scale = Int.random(in: 0...20, using: &random)
        return ExactDecimal(coefficient: size * factor, scale: scale) ?? .zero
    }
}
