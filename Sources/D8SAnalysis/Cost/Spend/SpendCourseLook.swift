import D8SModel

/// Looks whether the daily cost of one part of the spend left its course.
struct SpendCourseLook {
    /// A change is news for so many days.
    private static let news = 7
    /// A new level is one from so many days on.
    private static let fewest = 3
    /// A change of under this part of the spend, or of what it was, is of no interest.
    private static let smallest = 0.01
    private static let smallestChange = 0.1
    /// What is not as clear as this on its own is never shown.
    private static let level = 0.01

    private let course: SpendCourses.Course
    private let first: Day
    /// What a day costs in all.
    private let level: Double
    private let values: [Double]

    init(_ course: SpendCourses.Course, from first: Day, level: Double) {
        (self.course, self.first, self.level) = (course, first, level)
        values = course.daily.map { $0 ?? .nan }
    }

    /// The clearest sign of harm; a shift explains the odd days that it makes.
    var sign: SpendSign? {
        let seasons = SeasonDetection.periods(values, candidates: [7])
        return shift(seasons) ?? odd(seasons)
    }

    /// Where no week's rhythm was found there may still be one, too faint to be sure of: then what
    /// changed has to be as clear without it.
    private func shift(_ seasons: [Int]) -> SpendSign? {
        guard let found = shift(PhaseMedians.adjusted(values, periods: seasons)) else { return nil }
        let without = seasons.isEmpty ? shift(PhaseMedians.adjusted(values, periods: [7])) : found
        guard let without,
            (without.last.after > without.last.before) == (found.last.after > found.last.before)
        else { return nil }
        let last = found.last
        let p = max(found.p, without.p)
        let isWithoutWeek = !seasons.isEmpty
        return sign(.shift, last.before, last.after, last.index, p, isWithoutWeek: isWithoutWeek)
    }

    /// The last change of level, if it is news, by the criterion of its search and by ranks; its
    /// place was chosen among all that are news.
    private func shift(_ values: [Double]) -> (last: Shift, p: Double)? {
        let rules = ShiftRules(fewest: Self.fewest, p: Self.level)
        guard let last = Shifts.find(values, rules: rules).last(where: { $0.kind == .level }),
            last.index >= values.count - Self.news
        else { return nil }
        let before = values[..<last.index].filter(\.isFinite)
        let after = values[last.index...].filter(\.isFinite)
        guard let ranks = MannWhitney(before, after) else { return nil }
        return (last, max(last.p, min(1, ranks.p * Double(Self.news))))
    }

    private func odd(_ seasons: [Int]) -> SpendSign? {
        let range = max(0, values.count - Self.news)..<values.count
        let events = SeriesAnomalies(values, seasons: seasons, in: range).events
        return events.filter(\.isHigh).min { $0.p < $1.p }
            .flatMap { sign(.odd, $0.expected, $0.value, $0.peak, $0.p) }
    }

    private func sign(
        _ kind: SpendSign.Kind,
        _ before: Double,
        _ after: Double,
        _ index: Int,
        _ p: Double,
        isWithoutWeek: Bool = false
    ) -> SpendSign? {
        let change = after - before
        guard p < Self.level, change >= level * Self.smallest,
            change >= abs(before) * Self.smallestChange
        else { return nil }
        return SpendSign(
            kind: kind,
            part: course.part,
            account: course.account,
            before: before,
            after: after,
            since: first.adding(days: index),
            isWithoutWeek: isWithoutWeek,
            p: p,
            daily: course.daily,
            firstDay: first
        )
    }
}
