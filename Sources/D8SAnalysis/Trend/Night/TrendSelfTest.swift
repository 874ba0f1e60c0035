import D8SModel

/// The night's look held against histories in which nothing happened: real series with their days in
/// an order drawn at random.
///
/// Work days change places with work days and days of the weekend (UTC) with such, so that the
/// seasons of day and week stay, and so does what hours have to do with each other; what began at
/// some time, and what grew, is gone. Whatever is found in them is found by chance.
package struct TrendSelfTest: Hashable, Sendable {
    /// Series whose days were shuffled, and the tests of them.
    package let series: Int
    package let tests: Int
    /// Tests that were as clear as comes about by chance in one of 100, for each series the clearest
    /// one; chance alone may give one in a hundred of the tests.
    package let clear: Int
    /// Items that a night of these series would have shown; chance alone may give one in 30 nights.
    package let items: Int

    /// At most so many series are tested: a sample drawn by the number of the night.
    static let most = 200

    /// The values with their days shuffled; the window's first value has no whole day and stays.
    static func shuffled(_ values: [Double], from start: Instant, seed: UInt64) -> [Double] {
        var random = Xoshiro(seed: seed)
        let days = (values.count - 1) / 24
        let first = Int((start.milliseconds / 86_400_000 + 3) % 7)
        var order = Array(0..<days)
        for isWeekend in [false, true] {
            var places = order.indices.filter { ((first + $0) % 7 >= 5) == isWeekend }
            let own = places
            places.withUnsafeMutableBufferPointer { random.shuffle($0) }
            for (place, day) in zip(own, places) { order[place] = day }
        }
        return Array(values.prefix(1)) + order.flatMap { values[(1 + 24 * $0)..<(25 + 24 * $0)] }
    }
}
