import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

/// Expected instants: `date -u -d TEXT +%s`.
@Suite struct TimeTextTests {
    @Test(
        arguments: [
            ("2026-11-20T14:05:00Z", "2026-11-20T14:05:00Z"),
            ("2026-11-20 14:05:00z", "2026-11-20T14:05:00Z"),
            ("2026-11-20T15:05:00+01:00", "2026-11-20T14:05:00Z"),
            ("2026-11-20 15:05:00 +0100", "2026-11-20T14:05:00Z"),
            ("2026-11-20T09:05-05", "2026-11-20T14:05:00Z"),
            ("2026-11-20T19:35:00+05:30", "2026-11-20T14:05:00Z"),
            ("2026-11-20 14:05:00 UTC", "2026-11-20T14:05:00Z"),
            ("2026-11-20T14:05:00.5Z", "2026-11-20T14:05:00.500Z"),
            ("2026-11-20T14:05:00.123456789Z", "2026-11-20T14:05:00.123Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
            // date -u -d 2026-11-20T14:05:00Z +%s
            ("1795183500", "2026-11-20T14:05:00Z"),
            ("1795183500000", "2026-11-20T14:05:00Z"),
            ("1795183500.25", "2026-11-20T14:05:00.250Z"),
            ("0", "1970-01-01T00:00:00Z"),
            ("99999999999999999", nil),
            ("20261120", nil),
            ("2026-11-20", nil),
            ("2026-11-20T14:05:00", nil),
            ("2026-02-30T14:05:00Z", nil),
            ("2026-11-20T24:00:00Z", nil),
            ("1969-12-31T23:59:59Z", nil),
            ("2201-01-01T00:00:00Z", nil),
            ("11/20/2026 14:05", nil),
            ("2026-11-20T14:05:00Zulu", nil),
            ("2026-11-20T14:05:00+1", nil),
            ("-5", nil), ("1.", nil), ("1.2.3", nil), ("yesterday", nil), ("٢٠٢٦", nil),
        ] as [(String, String?)]
    )
    func `a time is read or refused`(_ text: String, _ expected: String?) {
        let read = try? TimeText.read(Array(text.utf8)[...], zone: nil).get()
        #expect(read?.description == expected)
    }

    /// Europe/London is an hour ahead of UTC in summer; on 2026-10-25 01:30 is read twice there,
    /// and on 2026-03-29 it is skipped.
    @Test(arguments: [
        ("2026-01-15T12:00:00", "2026-01-15T12:00:00Z"),
        ("2026-07-15T12:00:00", "2026-07-15T11:00:00Z"),
        ("2026-10-25T01:30:00", "2026-10-25T00:30:00Z"),
        ("2026-03-29T01:30:00", "2026-03-29T01:30:00Z"),
        ("2026-07-15T12:00:00Z", "2026-07-15T12:00:00Z"),
    ])
    func `a time without a zone is in the zone that was named`(
        _ text: String,
        _ expected: String
    ) throws {
        let london = try #require(Zone(identifier: "Europe/London"))
        let read = try TimeText.read(Array(text.utf8)[...], zone: london).get()
        #expect(read.description == expected)
    }
}
