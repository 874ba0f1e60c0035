import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct AsOfTests {
    @Test func `a day is its first instant in the configured zone`() throws {
        let london = try #require(Zone(identifier: "Europe/London"))
        let asOf = try #require(AsOf(argument: "2026-07-01"))
        // British summer time is one hour ahead of UTC.
        #expect(asOf.instant(in: london) == "2026-06-30T23:00:00Z")
        #expect(asOf.instant(in: .utc) == "2026-07-01T00:00:00Z")
    }

    @Test func `an instant is the same in every zone`() throws {
        let tokyo = try #require(Zone(identifier: "Asia/Tokyo"))
        let asOf = try #require(AsOf(argument: "2026-11-20T02:00:00Z"))
        #expect(asOf.instant(in: tokyo) == "2026-11-20T02:00:00Z")
    }

    @Test(arguments: ["", "yesterday", "2026-02-30", "2026-13-01", "20 Nov", "1e9", "\u{202E}"])
    func `anything else is refused`(text: String) {
        #expect(AsOf(argument: text) == nil)
    }
}
