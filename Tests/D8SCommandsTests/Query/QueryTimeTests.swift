import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct QueryTimeTests {
    @Test(arguments: [
        ("2026-11-20", "2026-11-20T00:00:00Z"), ("2026-11-20T02:00:00Z", "2026-11-20T02:00:00Z"),
        ("1795219200", "2026-11-21T00:00:00Z"), ("1795219200.5", "2026-11-21T00:00:00.500Z"),
        ("-1", "1969-12-31T23:59:59Z"), ("now", "2026-11-21T12:00:00Z"),
        ("now-1h30m", "2026-11-21T10:30:00Z"), ("now+7d", "2026-11-28T12:00:00Z"),
    ])
    func `a time is a day, an instant, Unix seconds, or relative to now`(
        text: String,
        expected: String
    ) throws {
        let time = try #require(QueryTime(argument: text))
        let instant = time.instant(now: "2026-11-21T12:00:00Z", in: .utc)
        #expect(instant.description == expected)
    }

    @Test(arguments: ["", "soon", "now-", "now-soon", "now1h", "1e99", "nan", "inf", "-1h"])
    func `anything else is refused`(text: String) {
        #expect(QueryTime(argument: text) == nil)
    }
}
