import D8SModel

/// The services that were first, or last, charged for use within the last days.
struct SpendComings {
    /// For so many days it is news.
    private static let news = 7
    /// A service that costs under this part of the spend is of no interest.
    private static let smallest = 0.02
    /// So long a service must have been charged, or not, before it can go, or come.
    private static let span = 28

    let all: [SpendReport.Coming]

    init(_ spend: Spend, through: Day, settleDays: Int) {
        let end = through.adding(days: 1)
        let known = spend.days.lowerBound.number
        guard through.number - known >= Self.span + Self.news else {
            all = []
            return
        }
        var spans: [String: (first: Int, last: Int)] = [:]
        for row in spend.rows(in: spend.days.lowerBound..<end) where !row.cost.isZero {
            let key = spend.keys[row.key]
            guard key.isUsage, let service = key[.service] else { continue }
            let span = spans[service] ?? (row.day, row.day)
            spans[service] = (min(span.first, row.day), max(span.last, row.day))
        }
        let level = spend.usualDay(through: through)
        var all: [SpendReport.Coming] = []
        for (service, span) in spans.sorted(by: { $0.key < $1.key }) where level > 0 {
            let isNew = span.first > through.number - Self.news && span.first > known
            // A day without a charge may be one whose charges come late.
            let isGone =
                span.last < through.number - settleDays
                && span.last > through.number - Self.news - settleDays
                && span.last - span.first >= Self.span
            guard isNew != isGone else { continue }
            let days =
                isNew
                ? Day(number: span.first)..<end
                : Day(number: span.last - Self.span + 1)..<Day(number: span.last + 1)
            let filter = SpendFilter([.init(.field(.service), service)])
            let costs = spend.daily(in: days, filter) { $0.isUsage }.compactMap(\.self)
            let perDay = costs.reduce(0, +) / Double(max(1, costs.count))
            guard perDay >= level * Self.smallest else { continue }
            all.append(
                SpendReport.Coming(
                    service: service,
                    isNew: isNew,
                    day: Day(number: isNew ? span.first : span.last),
                    perDay: perDay,
                    share: perDay / level
                )
            )
        }
        self.all = all
    }
}
