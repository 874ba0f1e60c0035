import D8SModel

/// Gathers samples of many series, as they come, into a column for each series.
struct SampleGatherer {
    /// Samples of a batch, some 4 MB: what is held in memory at a time.
    static let size = 1 << 18

    private var columns: [SampleColumn] = []
    private var places: [Series: Int] = [:]
    /// Which series came after this one the last time: most tables repeat their order.
    private var followers: [Int] = []
    private var last = 0
    private(set) var count = 0

    var isFull: Bool { count >= Self.size }

    /// Adds a sample; the key is that of `Series.key`.
    mutating func add(key: [UInt8], time: Int64, value: Double) {
        let place = place(of: key)
        columns[place].times.append(time)
        columns[place].values.append(value)
        count += 1
    }

    /// The columns so far, in the order in which their series were first met.
    mutating func take() -> [SampleColumn] {
        let full = columns
        self = SampleGatherer()
        return full
    }

    private mutating func place(of key: [UInt8]) -> Int {
        if last < followers.count {
            let guess = followers[last]
            if columns[guess].series.key == key {
                last = guess
                return guess
            }
        }
        let series = Series(key: key)
        let place = places[series] ?? append(series)
        if last < followers.count { followers[last] = place }
        last = place
        return place
    }

    private mutating func append(_ series: Series) -> Int {
        columns.append(SampleColumn(series: series, times: [], values: []))
        followers.append(0)
        places[series] = columns.count - 1
        return columns.count - 1
    }
}
