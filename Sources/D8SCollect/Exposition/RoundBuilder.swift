import D8SModel

/// Gathers the samples of a page, series numbered in the order in which they come.
///
/// The list of the page before is used again if the series are the same.
struct RoundBuilder {
    /// The numbers of the series, which stay.
    var numbers = SeriesNumbers()
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
    var seriesCount: Int { numbers.count }

    /// Makes room for the samples and series of a page of this many bytes.
    mutating func reserve(pageSize: Int) {
        let count = pageSize / 80
        numbers.reserve(count, size: pageSize)
        seen.reserveCapacity(count)
        members.reserveCapacity(count)
        positions.reserveCapacity(count)
        times.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    /// Where the series stands in the list of this page.
    func position(of number: Int) -> Int32 { seen[number].position }

    /// Adds a sample.
    ///
    /// - Returns: False, having added nothing, if the page has a sample of this series at this time
    ///   already.
    @inline(__always)
    mutating func add(_ number: Int, _ time: Int64, _ value: Double) -> Bool {
        while seen.count <= number { seen.append((0, 0, 0)) }
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
            lastList = numbers.list(members)
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
