import Testing

@testable import D8SAnalysis

/// Expected numbers by SciPy: `comb(k + m, m) / comb(n + m, m)` with `scipy.special.comb`.
struct UsualRowsTests {
    private let rows = UsualRows((1...600).map(Double.init))

    @Test(arguments: [
        ([600, 600, 600], 1.10008e-7), ([1, 1, 1], 1.10008e-7), ([590, 600, 595], 1.00107e-5),
        ([581, 581, 590, 600, 600, 600, 600, 600], 7.02863e-12), ([300, 301], 0.252917),
    ])
    func `a row is as likely as its ranks are`(row: [Double], p: Double) {
        #expect(abs(rows.probability(of: row) / p - 1) < 1e-3)
    }

    @Test func `beyond all others the tail counts, and never for more`() {
        let near = rows.probability(of: [600.5, 601, 602])
        let far = rows.probability(of: [900, 901, 902])
        #expect(near < 2.8e-8)
        #expect(far < near)
        #expect(far > 0)
    }

    @Test func `values on both sides are no row, nor is nothing`() {
        #expect(rows.probability(of: [1, 600, 1]) == 1)
        #expect(rows.probability(of: [-900, 900, -900]) == 1)
        #expect(rows.probability(of: []) == 1)
        #expect(UsualRows([]).probability(of: [3, 3]) == 1)
    }
}
