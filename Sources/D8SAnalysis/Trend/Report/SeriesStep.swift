/// From one value of a series to the next.
package enum SeriesStep: Hashable, Sendable {
    case milliseconds(Int64)
    /// 1 for months, 3 for quarters, 12 for years.
    case months(Int)
    /// The rows have no times: the next row.
    case row

    /// Lengths that people choose, in seconds; a step within 2 % of one is that one.
    private static let usual: [Int64] = [
        1, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 14_400,
        21_600, 43_200, 86_400, 604_800,
    ]
    private static let day: Int64 = 86_400_000

    /// The step of these ascending times in milliseconds: the shortest distance if it is a common
    /// one and the others are multiples of it, else the median one.
    static func of(_ times: [Int64]) -> SeriesStep {
        let distances = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }.sorted()
        guard !distances.isEmpty else { return .row }
        let median = common(distances)
        let months: [(days: ClosedRange<Int64>, months: Int)] = [
            (28...31, 1), (89...92, 3), (365...366, 12),
        ]
        if let calendar = months.first(where: { $0.days.contains(median / day) }),
            median % day == 0, distances[0] != distances[distances.count - 1] || calendar.months > 1
        {
            return .months(calendar.months)
        }
        let near = usual.first { ($0 * 1000 - median).magnitude * 50 <= median.magnitude }
        return .milliseconds(near.map { $0 * 1000 } ?? median)
    }

    private static func common(_ distances: [Int64]) -> Int64 {
        let shortest = distances[0]
        let isCommon = distances.count { $0 == shortest } * 10 >= distances.count
        let areMultiples = distances.allSatisfy { $0 % shortest == 0 }
        return isCommon && areMultiples ? shortest : distances[distances.count / 2]
    }

    /// How many there are in a day; nil for steps of a day and longer, and for rows.
    package var daily: Int? { count(in: Self.day) }
    /// How many there are in a week; nil for steps of a week and longer, and for rows.
    package var weekly: Int? { count(in: 7 * Self.day) }

    /// How many days it lasts, months as long as the mean one; nil for rows.
    package var days: Double? {
        switch self {
        case .milliseconds(let length): Double(length) / Double(Self.day)
        case .months(let count): Double(count) * 30.436875
        case .row: nil
        }
    }

    /// The periods in steps that people's work gives such a series, the shortest first.
    package var usualSeasons: [Int] {
        switch self {
        case .months(let count): return count < 12 ? [12 / count] : []
        case .row: return []
        case .milliseconds(let length):
            if length == 7 * Self.day { return [52] }
            return [daily, weekly].compactMap(\.self).filter { $0 > 1 }
        }
    }

    private func count(in length: Int64) -> Int? {
        guard case .milliseconds(let step) = self, step > 0, step < length, length % step == 0
        else { return nil }
        return Int(length / step)
    }
}
