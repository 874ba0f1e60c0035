/// Samples of one series brought into the order of time.
enum SampleOrder {
    static func isAscending(_ times: UnsafeBufferPointer<Int64>) -> Bool {
        var isAscending = true
        for index in 1..<max(1, times.count) where times[index] <= times[index - 1] {
            isAscending = false
        }
        return isAscending
    }

    /// Appends samples to columns whose last time they may precede.
    ///
    /// Of several samples of one time the last one stays.
    static func merge(
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>,
        into columns: inout SampleColumns
    ) {
        guard let first = times.first else { return }
        let isLater = columns.times.last.map { $0 < first } ?? true
        if isLater, isAscending(times) {
            columns.append(times, values)
            return
        }
        let allTimes = Array(columns.times) + times
        let allValues = Array(columns.values) + values
        let order = allTimes.indices.sorted { (allTimes[$0], $0) < (allTimes[$1], $1) }
        columns.removeAll()
        for (place, index) in order.enumerated() {
            let isRepeated =
                place + 1 < order.count && allTimes[order[place + 1]] == allTimes[index]
            if !isRepeated { columns.append(time: allTimes[index], value: allValues[index]) }
        }
    }

    /// The positions of those between two times, both included.
    static func range(_ times: ArraySlice<Int64>, from: Int64, to: Int64) -> Range<Int> {
        let start = position(in: times) { $0 < from }
        return start..<max(start, position(in: times) { $0 <= to })
    }

    /// How many of the first ones are so; none after them is.
    private static func position(
        in times: ArraySlice<Int64>,
        where isBefore: (Int64) -> Bool
    ) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(times[times.startIndex + middle]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
