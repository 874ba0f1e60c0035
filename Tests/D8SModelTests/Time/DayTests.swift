import D8SModel
import Testing

struct DayTests {
    /// By python 3.11: `d.isocalendar()` and `(d - date(1970, 1, 1)).days` of each date `d`.
    static let days: [(String, String, Int, Int)] = [
        ("1969-12-28", "1969-W52", 7, -4),
        ("1970-01-01", "1970-W01", 4, 0),
        ("1976-12-31", "1976-W53", 5, 2556),
        ("1977-01-02", "1976-W53", 7, 2558),
        ("1978-01-01", "1977-W52", 7, 2922),
        ("1980-12-29", "1981-W01", 1, 4015),
        ("1999-12-31", "1999-W52", 5, 10_956),
        ("2000-02-29", "2000-W09", 2, 11_016),
        ("2005-01-01", "2004-W53", 6, 12_784),
        ("2008-12-29", "2009-W01", 1, 14_242),
        ("2009-12-31", "2009-W53", 4, 14_609),
        ("2010-01-03", "2009-W53", 7, 14_612),
        ("2020-12-31", "2020-W53", 4, 18_627),
        ("2021-01-03", "2020-W53", 7, 18_630),
        ("2024-12-30", "2025-W01", 1, 20_087),
        ("2026-11-20", "2026-W47", 5, 20_777),
        ("2027-01-01", "2026-W53", 5, 20_819),
        ("0001-01-01", "0001-W01", 1, -719_162),
        ("9999-12-31", "9999-W52", 5, 2_932_896),
    ]

    @Test(arguments: days)
    func `a date has its ISO 8601 week and weekday`(
        text: String,
        week: String,
        weekday: Int,
        number: Int
    ) throws {
        let day = try #require(Day(iso8601: text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(Week(of: day).description == week)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-1", "2026-02-30", "2100-02-29", "2026-11-31", "2026-00-01",
        "2026-01-00", "2026-13-01", "20261120", "2026-11-20Z", "2026-11-20T00:00:00Z",
        " 2026-11-20",
        "-026-11-20", "-2026-11-20", "２０２６-11-20", "2026-11-2\u{0}",
    ])
    func `what is not a date is refused`(text: String) {
        #expect(Day(iso8601: text) == nil)
    }

    @Test func `every day of 400 years follows the day before and is read back`() throws {
        let first = try #require(Day(year: 1800, month: 1, day: 1))
        var (leapDays, before) = (0, first.adding(days: -1))
        // 400 Gregorian years are 146,097 days.
        for step in 0..<146_097 {
            let day = first.adding(days: step)
            #expect(before < day && day.weekday == before.weekday % 7 + 1)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
            leapDays += day.month == 2 && day.day == 29 ? 1 : 0
            before = day
        }
        #expect(before.description == "2199-12-31")
        #expect(leapDays == 97)
    }

    @Test func `days past the calendar's end stop there`() {
        let last = Day(number: .max), first = Day(number: .min)
        #expect(last.adding(days: .max) == last)
        #expect(first.adding(days: .min) == first)
        #expect(last.adding(days: -1) < last)
        #expect(Day(year: .max, month: 1, day: 1) == nil)
        #expect(Day(year: .min, month: 1, day: 1) == nil)
        #expect((1...12).contains(first.month) && (1...31).contains(last.day))
    }
}
