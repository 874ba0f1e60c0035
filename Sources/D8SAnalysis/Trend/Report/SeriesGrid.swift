package import D8SModel

/// A series at its natural step, with gaps as gaps, made from rows as somebody wrote them down.
package struct SeriesGrid: Sendable {
    package let step: SeriesStep
    /// From the first time to the last, NaN where there is no row; rows of one step are averaged.
    package let values: [Double]
    /// The rows in order of time: their times, and their places in `values`.
    package let times: [Int64]
    package let places: [Int]
    /// What a reader must know about it.
    package let notes: [String]

    /// A grid would have more gaps than this for each row: rows are taken as they come then.
    private static let mostGaps = 20

    /// - Parameters:
    ///   - times: Milliseconds since 1970, in any order; nil if the rows have none.
    ///   - values: NaN for none; as many as times.
    package init(times: [Int64]?, values: [Double]) {
        guard let times else {
            self.init(rows: values.indices.map { Int64($0) }, values, notes: [])
            return
        }
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        let sorted = order.map { times[$0] }
        let ordered = order.map { $0 < values.count ? values[$0] : .nan }
        let step = SeriesStep.of(sorted)
        let places = Self.places(of: sorted, step)
        guard let last = places.last, last <= Self.mostGaps * (sorted.count + 50), step != .row
        else {
            let isOne = sorted.first == sorted.last
            let note =
                isOne
                ? "all rows have the same time: they are taken as they come"
                : "the times are irregular: rows are taken as they come"
            self.init(rows: sorted, ordered, notes: sorted.count > 1 ? [note] : [])
            return
        }
        var sums = [Double](repeating: 0, count: last + 1)
        var counts = [Int](repeating: 0, count: last + 1)
        for (place, value) in zip(places, ordered) where value.isFinite {
            sums[place] += value
            counts[place] += 1
        }
        let grid = zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : Double.nan }
        self.init(step: step, grid, sorted, places, notes: Self.notes(grid, counts))
    }

    private init(rows times: [Int64], _ values: [Double], notes: [String]) {
        let places = Array(values.indices)
        self.init(step: .row, values, times, places, notes: notes + Self.notes(values, []))
    }

    private init(
        step: SeriesStep,
        _ values: [Double],
        _ times: [Int64],
        _ places: [Int],
        notes: [String]
    ) {
        self.step = step
        self.values = values
        self.times = times
        self.places = places
        self.notes = notes
    }

    /// The time of the first row at a place or after it.
    func rowTime(_ place: Int) -> Instant {
        places.firstIndex { $0 >= place }.map { Instant(milliseconds: times[$0]) } ?? time(place)
    }

    /// The time of a place, also of one after the last.
    package func time(_ place: Int) -> Instant {
        let first = times.first ?? 0
        switch step {
        case .milliseconds(let length): return Instant(milliseconds: first + Int64(place) * length)
        case .months(let count):
            return Self.adding(months: place * count, to: Instant(milliseconds: first))
        case .row:
            if places.indices.contains(place) { return Instant(milliseconds: times[place]) }
            let steps = Int64(max(1, times.count - 1))
            let length = max(1, ((times.last ?? 0) - first) / steps)
            return Instant(milliseconds: first + Int64(place) * length)
        }
    }

    private static func places(of times: [Int64], _ step: SeriesStep) -> [Int] {
        guard let first = times.first else { return [] }
        switch step {
        case .milliseconds(let length):
            return times.map { Int(($0 - first + length / 2) / length) }
        case .months(let count):
            let start = month(of: first)
            return times.map { (month(of: $0) - start) / count }
        case .row: return Array(times.indices)
        }
    }

    /// The month of a time, counted from the year 0.
    private static func month(of time: Int64) -> Int {
        let day = Zone.utc.day(of: Instant(milliseconds: time))
        return day.year * 12 + day.month - 1
    }

    private static func adding(months: Int, to time: Instant) -> Instant {
        let day = Zone.utc.day(of: time)
        let month = day.year * 12 + day.month - 1 + months
        let year = month >= 0 ? month / 12 : (month - 11) / 12
        let first = Day(year: year, month: month - year * 12 + 1, day: 1) ?? day
        let next = Day(
            year: year + (month - year * 12) / 11,
            month: (month - year * 12 + 1) % 12 + 1,
            day: 1
        )
        let length = next.map { $0.number - first.number } ?? 28
        let number = first.number + min(day.day, length) - 1
        let clock = time.milliseconds - Int64(day.number) * 86_400_000
        return Instant(milliseconds: Int64(number) * 86_400_000 + clock)
    }

    private static func notes(_ values: [Double], _ counts: [Int]) -> [String] {
        let gaps = values.count { !$0.isFinite }
        let doubled = counts.count { $0 > 1 }
        return (gaps > 0 ? ["\(gaps) of \(values.count) steps have no value"] : [])
            + (doubled > 0 ? ["\(doubled) steps have several rows: their mean counts"] : [])
    }
}
