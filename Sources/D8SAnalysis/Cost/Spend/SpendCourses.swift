import D8SModel

/// The daily cost of use of the parts of a spend: the whole, its providers, accounts and services,
/// and services account by account, each where there is more than one of it.
struct SpendCourses {
    struct Course {
        let part: SpendPart
        /// The only account that is charged for it; nil if several are, or none is named.
        let account: String?
        /// Nil on days without any charge at all.
        let daily: [Double?]
    }

    /// What cost under this part of the spend in each of the last days is left out.
    private static let smallest = 0.01
    /// The days that tell whether it did.
    private static let recent = 28

    /// In the order of their names, service by service, the whole last.
    let all: [Course]

    init(_ spend: Spend, in days: Range<Day>, level: Double) {
        let rows = spend.rows(in: days)
        let places = SpendPlaces(spend.keys, Set(rows.map(\.key)))
        var sums = [ExactSum](repeating: ExactSum(), count: places.parts.count)
        let since = days.upperBound.number - Self.recent
        for row in rows where row.day >= since {
            for place in places.ofKey[row.key] { sums[place].add(row.cost) }
        }
        // No day of what costs less in all these days costs as much.
        let kept = sums.map { ($0.value?.double ?? .infinity) >= level * Self.smallest }
        let start = days.lowerBound.number, count = days.upperBound.number - start
        let none = [ExactSum](repeating: ExactSum(), count: count)
        var daily = kept.map { $0 ? none : [] }
        var isKnown = [Bool](repeating: false, count: count)
        for row in rows {
            isKnown[row.day - start] = true
            for place in places.ofKey[row.key] where kept[place] {
                daily[place][row.day - start].add(row.cost)
            }
        }
        all = places.parts.indices.filter { kept[$0] }.compactMap { place in
            let course = zip(daily[place], isKnown).map { $1 ? $0.value?.double : nil }
            let most = course.suffix(Self.recent).compactMap(\.self).max() ?? 0
            guard most >= level * Self.smallest else { return nil }
            let (part, account) = places.parts[place]
            return Course(part: part, account: account, daily: course)
        }
    }
}
