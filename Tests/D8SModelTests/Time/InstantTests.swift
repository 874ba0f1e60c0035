import D8SModel
import D8STestSupport
import Testing

struct InstantTests {
    /// Milliseconds by `date -u -d TEXT +%s%3N` (GNU coreutils 9.1).
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-11-20T02:00:00Z", 1_795_140_000_000),
            ("2026-11-20t02:00:00z", 1_795_140_000_000),
            ("2026-11-20 02:00:00Z", 1_795_140_000_000),
            ("2026-11-20T02:00Z", 1_795_140_000_000),
            ("2026-11-20T03:00:00+01:00", 1_795_140_000_000),
            ("2026-11-20T07:30:00+0530", 1_795_140_000_000),
            ("2026-11-19T18:00:00-08", 1_795_140_000_000),
            ("2026-11-20T02:00:00-00:00", 1_795_140_000_000),
            ("2026-11-20T02:00:00.5Z", 1_795_140_000_500),
            ("2026-11-20T02:00:00,25Z", 1_795_140_000_250),
            ("2026-11-20T02:00:00.123999999Z", 1_795_140_000_123),
            ("2024-02-29T23:59:59Z", 1_709_251_199_000),
            ("1969-12-31T23:59:59.999Z", -1),
            ("1901-12-13T20:45:52Z", -2_147_483_648_000),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
            // RFC 3339, section 5.8: the leap seconds of 1990, and a time with 20 minutes' offset.
            ("1990-12-31T23:59:60Z", 662_687_999_000),
            ("1990-12-31T15:59:60-08:00", 662_687_999_000),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130),
        ] as [(String, Int64)]
    )
    func `an ISO 8601 time is read to the millisecond`(text: String, milliseconds: Int64) {
        #expect(Instant(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", " ", "T", "now", "2026", "2026-11-20", "2026-11-20T", "2026-11-20T02", "1795140000",
        "2026-11-20T02:00:00", "2026-11-20T02:00", "20261120T020000Z", "2026-324T02:00:00Z",
        "2026-W47-5T02:00:00Z", "26-11-20T02:00:00Z", "-2026-11-20T02:00:00Z",
        "+002026-11-20T02:00:00Z", "12026-11-20T02:00:00Z", "2026-13-20T02:00:00Z",
        "2026-00-20T02:00:00Z", "2026-11-31T02:00:00Z", "2025-02-29T02:00:00Z",
        "1900-02-29T02:00:00Z", "2026-11-00T02:00:00Z", "2026-11-20T24:00:00Z",
        "2026-11-20T02:60:00Z", "2026-11-20T02:00:61Z", "2026-11-20T12:00:60Z",
        "2026-11-20T23:59:60+01:00", "2026-11-20T02:00:00.Z", "2026-11-20T2:00:00Z",
        "2026-11-20T02:00:00+24:00", "2026-11-20T02:00:00+01:60", "2026-11-20T02:00:00+1",
        "2026-11-20T02:00:00+01:", "2026-11-20T02:00:00+", "2026-11-20T02:00:00 +01:00",
        "2026-11-20T02:00:00ZZ", "2026-11-20T02:00:00Z ", " 2026-11-20T02:00:00Z",
        "2026-11-20T02:00:00Europe/London", "2026/11/20 02:00:00Z", "20-11-2026T02:00:00Z",
        "٢٠٢٦-11-20T02:00:00Z", "2026-11-20T02:00:00\u{0}Z", "2026-11-20T02:00:00Z\u{202e}",
        "2026‑11‑20T02:00:00Z", "=cmd()", "../../etc/passwd",
    ])
    func `anything else is refused`(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test func `ten thousand digits of a second are one time, ten thousand of a year none`() {
        let long = String(repeating: "9", count: 10_000)
        let time = Instant(iso8601: "2026-11-20T02:00:00.\(long)Z")
        #expect(time?.milliseconds == 1_795_140_000_999)
        #expect(Instant(iso8601: "\(long)-11-20T02:00:00Z") == nil)
        #expect(Instant(iso8601: "2026-11-20T02:00:00Z" + long) == nil)
    }

    @Test func `a time without a zone is read only where somebody named one`() {
        #expect(Instant(iso8601: "2024-09-18 22:00:00") == nil)
        let summer = Instant(iso8601: "2024-09-18 22:00:00", defaultOffset: 3600)
        #expect(summer == Instant(iso8601: "2024-09-18T21:00:00Z"))
    }

    @Test func `a zone of its own goes before the default one`() {
        let time = Instant(iso8601: "2024-09-18T22:00:00Z", defaultOffset: 3600)
        #expect(time == Instant(iso8601: "2024-09-18T22:00:00Z"))
    }

    @Test(arguments: ["+", "-", "+01:", "+1", "+01:6", "+01:60", "X"])
    func `a broken zone is not taken for a missing one`(zone: String) {
        #expect(Instant(iso8601: "2024-09-18T22:00:00" + zone, defaultOffset: 0) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"),
            (1_795_140_000_000, "2026-11-20T02:00:00Z"),
            (1_795_140_000_007, "2026-11-20T02:00:00.007Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
            (-62_167_219_200_001, "-0001-12-31T23:59:59.999Z"),
        ] as [(Int64, String)]
    )
    func `an instant prints as ISO 8601 in UTC`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test func `what is printed is read back`() {
        for step in -2000...2000 {
            let instant = Instant(milliseconds: Int64(step) * 15_778_463_123)
            #expect(Instant(iso8601: instant.description) == instant)
        }
    }

    /// The ends of the range by python's integers: `-(2**63) // 86400000` days and so on.
    @Test func `the first and the last instant print without trapping`() {
        let first = Instant(milliseconds: .min).description
        let last = Instant(milliseconds: .max).description
        #expect(first.hasSuffix("T16:47:04.192Z"))
        #expect(last.hasSuffix("T07:12:55.807Z"))
    }

    @Test func `arithmetic past the last instant stops there`() {
        let last = Instant(milliseconds: .max), first = Instant(milliseconds: .min)
        #expect(Instant(seconds: .max) == last)
        #expect(Instant(seconds: .min) == first)
        #expect(last.adding(seconds: 1) == last)
        #expect(first.adding(seconds: -1) == first)
        #expect(last.adding(seconds: .infinity) == last)
        #expect(last.adding(seconds: .nan) == last)
        #expect(first.adding(seconds: 1e300) == last)
        // 2^64 − 1 milliseconds.
        #expect(last.seconds(since: first) == 18_446_744_073_709_551.615)
    }

    @Test func `adding seconds rounds to the millisecond`() {
        let start: Instant = "2026-11-20T02:00:00Z"
        #expect(start.adding(seconds: 0.0014) == "2026-11-20T02:00:00.001Z")
        #expect(start.adding(seconds: -0.0016) == "2026-11-20T01:59:59.998Z")
        #expect(start.adding(seconds: 90.5).seconds(since: start) == 90.5)
    }
}
