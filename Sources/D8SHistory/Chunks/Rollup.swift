/// The width of the buckets of a rollup.
package enum RollupResolution: UInt32, CaseIterable, Sendable {
    case hour = 3_600_000
    case day = 86_400_000

    package var milliseconds: Int64 { Int64(rawValue) }

    /// The end of the bucket that holds this time, both in milliseconds since 1970.
    ///
    /// A bucket is open on the left and closed on the right, as ranges of PromQL are.
    package func end(of time: Int64) -> Int64 {
        let over = time % milliseconds
        if over == 0 { return time }
        return time - over + (over > 0 ? milliseconds : 0)
    }
}

/// What the samples of one series in one bucket come to.
///
/// NaN is no measurement, and a stale marker is a NaN: neither counts for anything, and a bucket
/// without other samples is not there.
package struct Rollup: Hashable, Sendable {
    /// The end of the bucket in milliseconds since 1970, itself in the bucket.
    package var end: Int64
    /// Samples, 1 or more.
    package var count: Int64
    /// The sum; the order of adding, and so the last digits, are not defined.
    package var sum: Double
    package var minimum: Double
    package var maximum: Double
    /// The newest sample.
    package var last: Double
    /// How much a counter grew since the last sample of the bucket before.
    ///
    /// A value below the one before is a reset to 0. The first bucket of all grows from its first
    /// sample. 0 in every bucket of a series that is no counter.
    package var increase: Double

    package init(
        end: Int64,
        count: Int64,
        sum: Double,
        minimum: Double,
        maximum: Double,
        last: Double,
        increase: Double
    ) {
        self.end = end
        self.count = count
        self.sum = sum
        self.minimum = minimum
        self.maximum = maximum
        self.last = last
        self.increase = increase
    }
}
