import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct TimeTicksTests {
    struct Row: CustomTestStringConvertible {
        var start: Instant
        var end: Instant
        var zone = "Europe/London"
        var count = 5
        /// UTC, as the time zone database has it.
        var times: [Instant]
        var labels: [String]
        var testDescription: String { "\(start) … \(end) \(zone)" }
    }

    static let rows: [Row] = [
        // 8 weeks: every second Monday. Clocks go back on 25 October: midnight is 23:00Z before.
        Row(
            start: "2026-09-22T00:00:00Z",
            end: "2026-11-17T00:00:00Z",
            times: [
                "2026-09-27T23:00:00Z", "2026-10-11T23:00:00Z", "2026-10-26T00:00:00Z",
                "2026-11-09T00:00:00Z",
            ],
            labels: ["28 Sep", "12 Oct", "26 Oct", "9 Nov"]
        ),
        // The night of 25 October: 00:00 +1 is 23:00Z, 06:00 +0 is 06:00Z, seven hours later.
        Row(
            start: "2026-10-24T23:00:00Z",
            end: "2026-10-26T00:00:00Z",
            times: [
                "2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z", "2026-10-25T12:00:00Z",
                "2026-10-25T18:00:00Z", "2026-10-26T00:00:00Z",
            ],
            labels: ["25 Oct", "06:00", "12:00", "18:00", "26 Oct"]
        ),
        // The night of 29 March 2026: 01:00 does not exist, 02:00 +1 is 01:00Z.
        Row(
            start: "2026-03-29T00:00:00Z",
            end: "2026-03-29T02:30:00Z",
            times: ["2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"],
            labels: ["29 Mar", "02:00", "03:00"]
        ),
        Row(
            start: "2025-10-10T00:00:00Z",
            end: "2026-03-10T00:00:00Z",
            zone: "UTC",
            times: [
                "2025-11-01T00:00:00Z", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z",
                "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z",
            ],
            labels: ["Nov", "Dec", "Jan 2026", "Feb", "Mar"]
        ),
        Row(
            start: "2019-06-01T00:00:00Z",
            end: "2023-06-01T00:00:00Z",
            zone: "UTC",
            times: [
                "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z",
                "2023-01-01T00:00:00Z",
            ],
            labels: ["2020", "2021", "2022", "2023"]
        ),
        Row(
            start: "2025-12-20T00:00:00Z",
            end: "2026-01-15T00:00:00Z",
            zone: "UTC",
            times: [
                "2025-12-22T00:00:00Z", "2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z",
                "2026-01-12T00:00:00Z",
            ],
            labels: ["22 Dec", "29 Dec", "5 Jan 2026", "12 Jan"]
        ),
        // Half an hour off: midnight in Kolkata is 18:30Z.
        Row(
            start: "2026-10-01T12:00:00Z",
            end: "2026-10-04T12:00:00Z",
            zone: "Asia/Kolkata",
            count: 3,
            times: ["2026-10-01T18:30:00Z", "2026-10-02T18:30:00Z", "2026-10-03T18:30:00Z"],
            labels: ["2 Oct", "3 Oct", "4 Oct"]
        ),
    ]

    @Test(arguments: rows)
    func `ticks stand on boundaries of the zone's calendar`(row: Row) throws {
        let zone = try #require(Zone(identifier: row.zone))
        let domain = try #require(TimeDomain([row.start, row.end]))
        let ticks = TimeTicks(format: Format(zone: zone)).ticks(in: domain, count: row.count)
        #expect(ticks.map(\.time) == row.times)
        #expect(ticks.map { $0.label.replacing("\u{a0}", with: " ") } == row.labels)
    }

    @Test func `instants that no calendar holds are left out`() {
        #expect(TimeDomain([Instant(milliseconds: .min), Instant(milliseconds: .max)]) == nil)
    }

    @Test func `one instant has a day around it`() throws {
        let domain = try #require(TimeDomain(["2026-11-20T12:00:00Z" as Instant]))
        #expect(domain.start == "2026-11-20T00:00:00Z" && domain.end == "2026-11-21T00:00:00Z")
    }
}
