import D8SModel
import D8STestSupport
import Testing

struct WindowTests {
    @Test func `ninety days before a night end at its midnight here`() throws {
        let zone = try #require(Zone(identifier: "Europe/London"))
        let window = Window(days: 90, before: "2026-11-20T02:00:00Z", in: zone)
        // 20 November − 90 days = 22 August, which is summer time (UTC + 1).
        #expect(window.start == "2026-08-21T23:00:00Z")
        #expect(window.end == "2026-11-20T00:00:00Z")
        #expect(window.days == 90 + 1.0 / 24)
    }

    @Test func `a day of summer time's first night is an hour short`() throws {
        let zone = try #require(Zone(identifier: "America/Sao_Paulo"))
        let window = Window(days: 1, before: "2018-11-05T12:00:00Z", in: zone)
        #expect(window.start == "2018-11-04T03:00:00Z")
        #expect(window.end == "2018-11-05T02:00:00Z")
        #expect(window.days == 23.0 / 24)
    }

    @Test func `the first minute of a day already has the day before as its last full one`() throws
    {
        let zone = try #require(Zone(identifier: "America/Sao_Paulo"))
        let window = Window(days: 1, before: "2026-11-20T03:00:00Z", in: zone)
        #expect(window.end == "2026-11-20T03:00:00Z")
        let before = Window(days: 1, before: "2026-11-20T02:59:59.999Z", in: zone)
        #expect(before.end == "2026-11-19T03:00:00Z")
    }

    @Test func `the start is inside and the end is not`() {
        let window = Window(start: "2026-11-19T00:00:00Z", end: "2026-11-20T00:00:00Z")
        #expect(window.contains("2026-11-19T00:00:00Z"))
        #expect(window.contains("2026-11-19T23:59:59.999Z"))
        #expect(!window.contains("2026-11-20T00:00:00Z"))
        #expect(!window.contains("2026-11-18T23:59:59.999Z"))
    }

    @Test func `windows that follow each other share no instant and miss none`() throws {
        let zone = try #require(Zone(identifier: "Pacific/Apia"))
        let last = Window(days: 3, before: "2012-01-02T12:00:00Z", in: zone)
        let one = Window(days: 1, before: "2012-01-02T12:00:00Z", in: zone)
        #expect(one.end == last.end)
        // 30 December 2011 has no length there.
        #expect(
            Window(days: 1, before: last.start.adding(seconds: 3600), in: zone).end == last.start
        )
    }

    @Test func `a window of absurd length reaches back as far as time does`() {
        let window = Window(days: .max, before: "2026-11-20T02:00:00Z", in: .utc)
        #expect(window.start < "0000-01-01T00:00:00Z")
        #expect(window.days > 1e10)
    }
}
