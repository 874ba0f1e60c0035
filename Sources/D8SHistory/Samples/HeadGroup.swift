/// Samples of the head, put side by side for each series of a group.
struct HeadGroup {
    private var starts: [Int] = []
    private var times: [Int64] = []
    private var values: [Double] = []

    /// Makes room for samples of which each series has so many.
    mutating func reserve(_ counts: [Int]) {
        starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        let size = starts.last ?? 0
        if times.count < size {
            times = [Int64](repeating: 0, count: size)
            values = [Double](repeating: 0, count: size)
        }
    }

    /// Puts samples where `places` says, a place for each series' next sample.
    mutating func scatter(_ samples: HeadSamples, slots: [Int32], next: inout [Int]) {
        for index in 0..<samples.count {
            let key = samples.series[index]
            guard key > 0, key < slots.count else { continue }
            let slot = Int(slots[Int(key)])
            guard slot >= 0, next[slot] < starts[slot + 1] else { continue }
            times[next[slot]] = samples.times[index]
            values[next[slot]] = samples.values[index]
            next[slot] += 1
        }
    }

    var placesToFill: [Int] { starts.dropLast() }

    /// Calls the body with the samples of one series in the order in which they were said.
    func withSamples<Result>(
        at position: Int,
        _ body: (UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Double>) throws -> Result
    ) rethrows -> Result {
        let range = starts[position]..<starts[position + 1]
        return try times.withUnsafeBufferPointer { times in
            try values.withUnsafeBufferPointer { values in
                try body(
                    UnsafeBufferPointer(rebasing: times[range]),
                    UnsafeBufferPointer(rebasing: values[range])
                )
            }
        }
    }

    func count(at position: Int) -> Int {
        position + 1 < starts.count ? starts[position + 1] - starts[position] : 0
    }
}
