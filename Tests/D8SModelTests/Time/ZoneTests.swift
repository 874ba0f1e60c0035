import D8SModel
import D8STestSupport
import Testing

struct ZoneTests {
    /// By python 3.11 with tzdata 2025b: the first second whose
    /// `datetime.fromtimestamp(s, ZoneInfo(zone)).date()` is that day or later.
    @Test(
        arguments: [
            ("UTC", "2026-11-20", "2026-11-20T00:00:00Z"),
            ("Europe/London", "2026-03-29", "2026-03-29T00:00:00Z"),
            ("Europe/London", "2026-03-30", "2026-03-29T23:00:00Z"),
            ("Europe/London", "2026-10-26", "2026-10-26T00:00:00Z"),
            // Midnight does not exist: 00:00 becomes 01:00.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
            ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
            ("America/Havana", "2024-03-10", "2024-03-10T05:00:00Z"),
            // 23:30 becomes 00:30 of the next day.
            ("America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z"),
            // Midnight comes twice: 24:00 becomes 23:00, or 01:00 becomes 00:00.
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
            ("Africa/Cairo", "2024-11-01", "2024-10-31T22:00:00Z"),
            ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z"),
            // Half an hour, and a quarter.
            ("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-06", "2026-04-05T13:30:00Z"),
            ("Asia/Kathmandu", "2026-01-02", "2026-01-01T18:15:00Z"),
            // A day that never was.
            ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"),
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ] as [(String, String, String)]
    )
    func `a day starts at its first instant here`(name: String, text: String, start: String) throws
    {
        let zone = try #require(Zone(identifier: name))
        let day = try #require(Day(iso8601: text))
        #expect(zone.start(of: day).description == start)
    }

    /// By the same program: `utcoffset()` and `date()` of each instant.
    @Test(
        arguments: [
            ("Europe/London", "2026-03-29T00:59:59Z", 0, "2026-03-29"),
            ("Europe/London", "2026-03-29T01:00:00Z", 3600, "2026-03-29"),
            ("Europe/London", "2026-10-25T01:00:00Z", 0, "2026-10-25"),
            // The British standard time of 1968 to 1971.
            ("Europe/London", "1969-06-01T00:00:00Z", 3600, "1969-06-01"),
            ("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39_600, "2026-04-05"),
            ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37_800, "2026-04-05"),
            ("America/Sao_Paulo", "2018-11-04T02:59:59Z", -10_800, "2018-11-03"),
            ("America/Sao_Paulo", "2018-11-04T03:00:00Z", -7200, "2018-11-04"),
            ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000, "2011-12-29"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400, "2011-12-31"),
            ("UTC", "2026-11-20T23:59:59.999Z", 0, "2026-11-20"),
        ] as [(String, String, Int, String)]
    )
    func `an instant has its offset and its day here`(
        name: String,
        text: String,
        offset: Int,
        day: String
    ) throws {
        let zone = try #require(Zone(identifier: name))
        let instant = try #require(Instant(iso8601: text))
        #expect(zone.offset(at: instant) == offset)
        #expect(zone.day(of: instant).description == day)
    }

    @Test(arguments: [
        "UTC", "Europe/London", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia",
        "Australia/Lord_Howe", "America/Havana",
    ])
    func `every day starts after the day before has ended`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        let first = try #require(Day(iso8601: "2010-01-01"))
        for step in 0..<5000 {
            let day = first.adding(days: step)
            let start = zone.start(of: day)
            #expect(zone.day(of: start.adding(seconds: -0.001)) < day)
            #expect(zone.day(of: start) >= day)
        }
    }

    @Test(arguments: [
        "", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "Europe/Lon don", "europe",
        "\u{0}",
        "Europe/London\u{0}", "GMT+25", "BST!", "EST5EDT,M3.2.0", "gmt-3",
        String(repeating: "x", count: 10_000),
    ])
    func `a zone that the database does not have is refused`(name: String) {
        #expect(Zone(identifier: name) == nil)
    }

    @Test(arguments: ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu"])
    func `every name of Greenwich time that people write is UTC`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        #expect(zone == Zone.utc)
        #expect(zone.identifier == "UTC")
    }

    @Test func `the clock here is in seconds since midnight`() throws {
        let zone = try #require(Zone(identifier: "Europe/London"))
        #expect(zone.secondsOfDay(of: "2026-07-01T22:59:59.999Z") == 86_399)
        #expect(zone.secondsOfDay(of: "2026-07-01T23:00:00Z") == 0)
        #expect(zone.secondsOfDay(of: "1960-01-01T00:00:01Z") == 1)
    }

    @Test func `the ends of time have a day and an offset`() throws {
        let zone = try #require(Zone(identifier: "Australia/Lord_Howe"))
        #expect(
            zone.day(of: Instant(milliseconds: .min)) < zone.day(of: Instant(milliseconds: .max))
        )
        #expect(zone.start(of: Day(number: .min)) < zone.start(of: Day(number: .max)))
    }
}
