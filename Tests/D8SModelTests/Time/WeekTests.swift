import D8SModel
import Testing

struct WeekTests {
    @Test func `a week begins on Monday and has seven days`() throws {
        let friday = try #require(Day(iso8601: "2026-11-20"))
        let week = Week(of: friday)
        #expect(week.monday.description == "2026-11-16")
        #expect(Week(of: week.monday.adding(days: 6)) == week)
        #expect(Week(of: week.monday.adding(days: 7)) == week.next)
        #expect(week < week.next)
    }

    /// By python 3.11: `sum(date(y, 12, 28).isocalendar()[1] == 53 for y in range(1900, 2300))`
    /// is 71, and 400 years are 20,871 weeks.
    @Test func `71 of 400 years have a week 53`() throws {
        var week = Week(of: try #require(Day(iso8601: "1900-01-04")))
        var (weeks, long) = (0, 0)
        while week.year < 2300 {
            weeks += 1
            long += week.number == 53 ? 1 : 0
            #expect(week.next.number == week.number + 1 || week.next.number == 1)
            week = week.next
        }
        #expect(weeks == 20_871)
        #expect(long == 71)
    }
}
