import D8SModel
import D8STestSupport
import Testing

struct FormatTimeTests {
    let format = Format(zone: .utc)

    @Test(
        arguments: [
            (0.0, "0 s"), (0.42, "0.42 s"), (3.44, "3.4 s"), (9.96, "10 s"), (42, "42 s"),
            (59.4, "59 s"), (59.7, "1 min"), (60, "1 min"), (90, "1 min 30 s"), (119.6, "2 min"),
            (599.4, "9 min 59 s"), (599.6, "10 min"), (629, "10 min"), (631, "11 min"),
            (52 * 60, "52 min"), (3569, "59 min"), (3571, "1 h"), (3599, "1 h"), (3600, "1 h"),
            (3600 + 29, "1 h"), (3600 + 31, "1 h 1 min"), (13_200, "3 h 40 min"),
            (86_340, "23 h 59 min"), (86_369, "23 h 59 min"), (86_376, "1 d"), (86_400, "1 d"),
            (6.2 * 86_400, "6.2 d"), (3.1 * 86_400, "3.1 d"), (9.94 * 86_400, "9.9 d"),
            (9.96 * 86_400, "10 d"), (10.4 * 86_400, "10 d"), (84 * 86_400, "84 d"),
            (400 * 86_400, "400 d"), (40_000 * 86_400, "40 k d"), (-13_200, "−3 h 40 min"),
            (-0.42, "−0.42 s"), (1e300, "1.2 × 10²⁹⁵ d"),
        ] as [(Double, String)]
    )
    func `a length of time shows its two leading units`(seconds: Double, text: String) {
        #expect(format.duration(seconds) == text.withNoBreakSpaces)
    }

    @Test func `no length of time shows sixty of a unit or twenty-four hours`() {
        for tenth in 0..<1_000_000 where tenth < 40_000 || tenth % 7 == 0 {
            let text = format.duration(Double(tenth) / 10)
            if text.contains("60") || text.hasPrefix("24\u{a0}h") {
                Issue.record("\(tenth) tenths of a second are \(text)")
            }
        }
    }

    /// By GNU coreutils: `LC_ALL=pt_BR.UTF-8 date -d 2026-11-20 '+%A %d %B'` and the same in C.
    @Test func `dates are written in English`() throws {
        let day = try #require(Day(iso8601: "2026-11-20"))
        #expect(format.day(day) == "20\u{a0}Nov")
        #expect(format.fullDay(day) == "20\u{a0}Nov\u{a0}2026")
        #expect(format.namedDay(day) == "Fri\u{a0}20\u{a0}Nov\u{a0}2026")
        #expect(format.longDay(day) == "Friday 20\u{a0}November 2026")
    }

    @Test func `dates are written in Brazilian Portuguese`() throws {
        let format = Format(language: .brazilianPortuguese, zone: .utc)
        let day = try #require(Day(iso8601: "2026-03-07"))
        #expect(format.day(day) == "7\u{a0}mar")
        #expect(format.namedDay(day) == "sáb\u{a0}7\u{a0}mar\u{a0}2026")
        #expect(format.longDay(day) == "sábado, 7 de\u{a0}março de 2026")
    }

    @Test func `every month and weekday has a name in every language`() throws {
        let first = try #require(Day(iso8601: "2026-01-01"))
        for language in Language.allCases {
            let format = Format(language: language, zone: .utc)
            let days = (0..<365).map { first.adding(days: $0) }
            #expect(Set(days.map { format.day($0) }).count == 365)
            #expect(Set(days.map { format.longDay($0) }).count == 365)
        }
    }

    @Test func `the year is said only where it is another one`() throws {
        let day = try #require(Day(iso8601: "2025-11-20"))
        let tonight = try #require(Day(iso8601: "2026-11-20"))
        #expect(format.day(day, reference: tonight) == "20\u{a0}Nov\u{a0}2025")
        #expect(format.day(tonight, reference: tonight) == "20\u{a0}Nov")
    }

    @Test func `an instant is written on the wall clock of the zone`() throws {
        let zone = try #require(Zone(identifier: "Europe/London"))
        let format = Format(zone: zone)
        #expect(format.date("2026-06-30T23:30:00Z") == "1\u{a0}Jul")
        #expect(format.clock("2026-06-30T23:30:59Z") == "00:30")
        #expect(
            format.dateTime("2025-06-30T23:30:00Z", reference: "2026-11-20T02:00:00Z")
                == "1\u{a0}Jul\u{a0}2025\u{a0}00:30"
        )
    }
}
