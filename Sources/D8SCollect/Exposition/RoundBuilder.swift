import D8SModel

/// Gathers the samples of a page, series numbered in the order in which they come.
///
/// The list of the page before is used again if the series are the same.
struct RoundBuilder {
    private var numbers = SeriesNumbers()
    /// Page in which a series was last seen, and where it stands in that page's list.
    private var seen: [(page: Int, position: Int32, time: Int64)] = []
    private var page = 1
    private var members: [Int] = []
    private var positions: [Int32] = []
    private var times: [Int64] = []
    private var values: [Double] = []
    private var lastMembers: [Int] = []
    private var lastList = SeriesList([])

    var count: Int { times.count }
    /// How many different series there have been since the beginning.
    var seriesCount: Int { seen.count }

    /// The number of a series, which stays.
    mutating func number(of series: Series) -> Int {
        let number = numbers.number(of: series)
        if number == seen.count { seen.append((0, 0, 0)) }
        return number
    }

    /// Where the series stands in the list of this page.
    func position(of number: Int) -> Int32 { seen[number].position }

    /// Adds a sample.
    ///
    /// - Returns: False, having added nothing, if the page has a sample of this series at this time
    ///   already.
    @inline(__always)
    mutating func add(_ number: Int, _ time: Int64, _ value: Double) -> Bool {
        if seen[number].page != page {
            seen[number] = (page, Int32(truncatingIfNeeded: members.count), time)
            members.append(number)
        } else {
            guard seen[number].time != time else { return false }
            seen[number].time = time
        }
        positions.append(seen[number].position)
        times.append(time)
        values.append(value)
        return true
    }

    /// What was added since the last time; the next sample begins another page.
    mutating func take() -> SampleRound {
        if members != lastMembers {
            let isAll =
                members.count == numbers.series.count && members.elementsEqual(members.indices)
            let series = isAll ? numbers.series : members.map { numbers.series[$0] }
            lastList = SeriesList(series)
            lastMembers = members
        }
        let round = SampleRound(
            list: lastList,
            positions: positions,
            times: times,
            values: values
        )
        discard()
        return round
    }

    /// Forgets all series; the numbers begin anew.
    mutating func forget() {
        discard()
        numbers = SeriesNumbers()
        seen = []
        lastMembers = []
        lastList = SeriesList([])
    }

    /// Forgets what was added since the last time.
    mutating func discard() {
        let count = times.count
        page += 1
        members.removeAll(keepingCapacity: true)
        positions = []
        times = []
        values = []
        positions.reserveCapacity(count)
        times.reserveCapacity(count)
        values.reserveCapacity(count)
    }
}
