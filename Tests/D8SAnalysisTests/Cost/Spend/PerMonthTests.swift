import D8SAnalysis
import D8SModel
import Testing

@Suite struct PerMonthTests {
    /// 34.964619666659605 · 730 / 12 = 2127.01436305512597 (Python's `decimal`).
    @Test func `what twelve hours cost is a month's cost by 730 hours`() throws {
        let cost = try #require(ExactDecimal("34.964619666659605"))
        #expect(abs(cost.perMonth(of: 12).double - 2127.014363) < 1e-5)
    }
}
