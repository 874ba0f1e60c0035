import Testing

@testable import D8SHistory

/// Numbers worked out by hand from the definition of a bucket and of `increase`.
struct RollupTests {
    private let hour: Int64 = 3_600_000

    @Test func `a bucket is open on the left and closed on the right`() {
        let rollups = roll([(0, 1), (1, 2), (hour, 3), (hour + 1, 4)])
        #expect(rollups.ends == [0, hour, 2 * hour])
        #expect(rollups.counts == [1, 2, 1])
        #expect(rollups.sums == [1, 5, 4])
        #expect(rollups.minima == [1, 2, 4])
        #expect(rollups.maxima == [1, 3, 4])
        #expect(rollups.lasts == [1, 3, 4])
    }

    @Test func `buckets before 1970 are aligned as those after it`() {
        let rollups = roll([(-hour - 1, 1), (-hour, 2), (-1, 3), (0, 4)])
        #expect(rollups.ends == [-hour, 0])
        #expect(rollups.counts == [2, 2])
    }

    @Test func `a counter grows across buckets, resets and gaps`() {
        // Hour 1: 10, 15 (first sample starts it): 5. Hour 2: 18, reset to 2, 4: 3 + 2 + 2 = 7.
        // Hour 3 has nothing. Hour 4: reset to 1 straight away, 1 again: 1.
        let rollups = roll([
            (10, 10), (20, 15),
            (hour + 10, 18), (hour + 20, 2), (hour + 30, 4),
            (3 * hour + 10, 1), (3 * hour + 20, 1),
        ])
        #expect(rollups.ends == [hour, 2 * hour, 4 * hour])
        #expect(rollups.increases == [5, 7, 1])
    }

    @Test func `a rollup that goes on continues from the last value before`() {
        var builder = RollupBuilder(resolution: .hour, isCounter: true, continuing: 7)
        var samples = SampleColumns()
        samples.append(time: 10, value: 9)
        builder.add(samples)
        builder.finish()
        #expect(builder.rollups.increases == [2])
    }

    @Test func `what is no counter has no increase`() {
        #expect(roll([(1, 5), (2, 9)], isCounter: false).increases == [0])
    }

    @Test func `NaN and stale markers count for nothing and end nothing`() {
        let rollups = roll([
            (1, .nan), (2, 4), (3, NastyColumn.stale), (4, 6), (5, .nan),
            (hour + 1, .nan), (hour + 2, NastyColumn.stale),
            (2 * hour + 1, 9),
        ])
        #expect(rollups.ends == [hour, 3 * hour])
        #expect(rollups.counts == [2, 1])
        #expect(rollups.sums == [10, 9])
        #expect(rollups.minima == [4, 9])
        #expect(rollups.lasts == [6, 9])
        #expect(rollups.increases == [2, 3])
    }

    @Test func `infinities are values`() {
        let rollups = roll([(1, .infinity), (2, 1), (3, -.infinity)], isCounter: false)
        #expect(rollups.counts == [3])
        #expect(rollups.maxima == [.infinity])
        #expect(rollups.minima == [-.infinity])
        #expect(rollups.sums[0].isNaN)
    }

    @Test(arguments: 0..<12)
    func `pieces, days from hours and days from samples agree`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let samples = random.week()
        let whole = roll(samples)
        var hours = RollupBuilder(resolution: .hour, isCounter: true)
        var rest = samples[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...900, using: &random))
            hours.add(columns(Array(piece)))
            rest = rest.dropFirst(piece.count)
        }
        hours.finish()
        expectSame(hours.rollups, whole)
        expectSame(whole, plainly(samples, width: hour))
        var days = RollupBuilder(resolution: .day, isCounter: true)
        days.add(whole)
        days.finish()
        expectSame(days.rollups, roll(samples, .day))
        expectSame(days.rollups, plainly(samples, width: 24 * hour))
        let total = plainly(samples, width: 1 << 45).increases.reduce(0, +)
        #expect(isClose(days.rollups.increases.reduce(0, +), total))
    }

    /// The definition, sample by sample.
    private func plainly(_ samples: [(Int64, Double)], width: Int64) -> RollupColumns {
        var rollups = RollupColumns()
        var before: Double?
        let numbers = samples.filter { !$0.1.isNaN }
        for end in Set(numbers.map { ($0.0 + width - 1) / width * width }).sorted() {
            let values = numbers.filter { end - width < $0.0 && $0.0 <= end }.map(\.1)
            var increase = 0.0
            for value in values {
                if let before { increase += value >= before ? value - before : value }
                before = value
            }
            rollups.append(
                Rollup(
                    end: end,
                    count: Int64(values.count),
                    sum: values.reduce(0, +),
                    minimum: values.min() ?? .nan,
                    maximum: values.max() ?? .nan,
                    last: values.last ?? .nan,
                    increase: increase
                )
            )
        }
        return rollups
    }

    private func expectSame(_ left: RollupColumns, _ right: RollupColumns) {
        #expect(left.ends == right.ends)
        #expect(left.counts == right.counts)
        #expect(left.minima == right.minima)
        #expect(left.maxima == right.maxima)
        #expect(left.lasts == right.lasts)
        #expect(zip(left.sums, right.sums).allSatisfy(isClose))
        #expect(zip(left.increases, right.increases).allSatisfy(isClose))
    }

    private func isClose(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
    }

    private func roll(
        _ samples: [(Int64, Double)],
        _ resolution: RollupResolution = .hour,
        isCounter: Bool = true
    ) -> RollupColumns {
        var builder = RollupBuilder(resolution: resolution, isCounter: isCounter)
        builder.add(columns(samples))
        builder.finish()
        return builder.rollups
    }

    private func columns(_ samples: [(Int64, Double)]) -> SampleColumns {
        var columns = SampleColumns()
        for (time, value) in samples { columns.append(time: time, value: value) }
        return columns
    }
}

extension SeededRandom {
    /// A week or so of a counter with resets, gaps and NaN.
    fileprivate mutating func week() -> [(Int64, Double)] {
        var time = Int64.random(in: 1...1 << 40, using: &self)
        var value = 0.0
        let step = Int64.random(in: 60_000...600_000, using: &self)
        return (0..<2000).map { _ in
            time += Int.random(in: 0..<100, using: &self) == 0 ? step * 50 : step
            value += Double.random(in: 0...9, using: &self)
            if Int.random(in: 0..<150, using: &self) == 0 { value = 0 }
            return (time, Int.random(in: 0..<80, using: &self) == 0 ? .nan : value)
        }
    }
}
