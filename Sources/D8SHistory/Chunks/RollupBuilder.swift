/// Rolls the samples of one series up into buckets, in one pass.
///
/// Give it whole buckets, in order of time, in as many pieces as they come; then `finish`.
package struct RollupBuilder: Sendable {
    package let resolution: RollupResolution
    /// Whether the increase is worked out; it is 0 for what is no counter.
    package let isCounter: Bool
    /// The buckets that are done.
    package private(set) var rollups = RollupColumns()

    /// The newest value before the bucket in work; nil if there is none.
    private var before: Double?
    private var end = Int64.min
    private var tally = SampleTally()
    /// Samples in the piece of a bucket before: the next one often has as many.
    private var usualLength = 0

    /// Starts with no samples.
    ///
    /// - Parameters:
    ///   - resolution: The width of the buckets.
    ///   - isCounter: Whether the increase is worked out.
    ///   - before: The last value of the bucket before the first one that comes; nil if the series
    ///     begins here.
    package init(
        resolution: RollupResolution,
        isCounter: Bool,
        continuing before: Double? = nil
    ) {
        self.resolution = resolution
        self.isCounter = isCounter
        self.before = before
        tally.last = before ?? .nan
    }

    /// Adds samples, which are later than those before.
    package mutating func add(
        times: UnsafeBufferPointer<Int64>,
        values: UnsafeBufferPointer<Double>
    ) {
        let count = min(times.count, values.count)
        guard let times = times.baseAddress, let values = values.baseAddress else { return }
        var start = 0
        while start < count {
            if times[start] > end {
                close()
                end = resolution.end(of: times[start])
            }
            let stop = self.stop(times, start, count)
            tally.add(values + start, count: stop - start)
            start = stop
        }
    }

    /// Adds the samples of these columns.
    package mutating func add(_ samples: SampleColumns) {
        samples.withColumns { add(times: $0, values: $1) }
    }

    /// Adds rollups of a finer resolution, which are later than those before.
    package mutating func add(_ finer: RollupColumns) {
        for index in 0..<finer.count {
            let rollup = finer[index]
            if rollup.end > end {
                close()
                end = resolution.end(of: rollup.end)
            }
            tally.add(rollup)
        }
    }

    /// Ends the bucket in work.
    package mutating func finish() {
        close()
        end = .min
    }

    /// The position after the last sample of this bucket.
    private mutating func stop(
        _ times: UnsafePointer<Int64>,
        _ start: Int,
        _ count: Int
    ) -> Int {
        let guess = start + usualLength
        if guess < count, guess > start, times[guess] > end, times[guess - 1] <= end {
            return guess
        }
        if times[count - 1] <= end { return count }
        var (low, high) = (start, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] <= end { low = middle + 1 } else { high = middle }
        }
        usualLength = low - start
        return low
    }

    private mutating func close() {
        guard tally.count > 0 else { return }
        rollups.append(
            Rollup(
                end: end,
                count: tally.count,
                sum: tally.sum,
                minimum: tally.minimum,
                maximum: tally.maximum,
                last: tally.last,
                increase: isCounter ? tally.increase : 0
            )
        )
        tally.begin()
    }
}
