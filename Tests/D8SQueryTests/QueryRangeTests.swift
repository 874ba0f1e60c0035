import D8SModel
import Testing

@testable import D8SQuery

struct QueryRangeTests {
    @Test(arguments: [(0, 3_600_000, 60_000, 61), (0, 59_999, 60_000, 1), (1, 0, 60_000, 0)])
    func `a range has its start, its steps, and its end if a step falls on it`(
        start: Int64,
        end: Int64,
        step: Int64,
        count: Int
    ) {
        let range = QueryRange(
            start: Instant(milliseconds: start),
            end: Instant(milliseconds: end),
            step: step
        )
        #expect(range.count == count)
    }

    @Test func `a range as long as time has a count`() {
        let range = QueryRange(
            start: Instant(milliseconds: .min),
            end: Instant(milliseconds: .max),
            step: 1
        )
        #expect(range.count == .max)
    }
}
