package import D8SModel

/// A handful of series in memory, for tests and for rules that are tried out.
package struct MemoryStorage: SampleStorage {
    /// Rollups and the retention of raw samples; see `SampleStorage`.
    package struct Rollups: Sendable {
        let steps: [Int64]
        let rawStart: Instant

        /// - Parameters:
        ///   - steps: Lengths in milliseconds, shortest first.
        ///   - rawStart: The instant from which on raw samples are kept.
        package init(steps: [Int64], rawStart: Instant) {
            self.steps = steps
            self.rawStart = rawStart
        }
    }

    private var columns: [Series: SampleColumn] = [:]
    private var sorted: [SampleColumn] = []
    private let rollups: Rollups?

    package init(_ columns: [SampleColumn] = [], rollups: Rollups? = nil) {
        self.rollups = rollups
        add(columns)
    }

    /// Adds samples; of two of a series at the same time the later one given stays.
    package mutating func add(_ more: [SampleColumn]) {
        for column in more {
            let before = columns[column.series]
            columns[column.series] =
                before == nil && column.isAscending ? column : Self.merged(before, column)
        }
        sorted = columns.values.sorted { $0.series < $1.series }
    }

    private static func merged(_ before: SampleColumn?, _ column: SampleColumn) -> SampleColumn {
        var known: [Int64: Double] = [:]
        for (time, value) in zip(before?.times ?? [], before?.values ?? []) {
            known[time] = value
        }
        for (time, value) in zip(column.times, column.values) { known[time] = value }
        let ordered = known.sorted { $0.key < $1.key }
        return SampleColumn(
            series: column.series,
            times: ordered.map(\.key),
            values: ordered.map(\.value)
        )
    }

    package func forEachSeries(
        _ selector: SeriesSelector,
        from: Instant,
        to: Instant,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
    ) throws -> [String] {
        let from = max(from, rollups?.rawStart ?? from)
        for column in sorted where selector.matches(column.series) {
            let low = column.times.partition { $0 >= from.milliseconds }
            let high = column.times.partition { $0 > to.milliseconds }
            guard low < high else { continue }
            try body(column.series, column.times[low..<high], column.values[low..<high])
        }
        return []
    }

    package func forEachRollup(
        _ selector: SeriesSelector,
        step: Int64,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupSlice) throws -> Void
    ) throws -> [String] {
        for column in sorted where selector.matches(column.series) {
            let table = RollupTable(column.times[...], column.values[...], step: step)
            let low = table.ends.partition { $0 >= from.milliseconds }
            let high = table.ends.partition { $0 > to.milliseconds }
            guard low < high else { continue }
            try body(column.series, table.slice(low..<high))
        }
        return []
    }

    package var rollupSteps: [Int64] { rollups?.steps ?? [] }

    package func rawStart() throws -> Instant? { rollups?.rawStart }

    package func rollupStart(step: Int64) throws -> Instant? {
        sorted.compactMap(\.times.first).min().map { Instant(milliseconds: $0) }
    }
}

extension [Int64] {
    /// The index of the first element that passes, all after it passing too.
    fileprivate func partition(_ passes: (Int64) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SampleColumn {
    /// Whether it has a value for each time, and each time is after the one before.
    fileprivate var isAscending: Bool {
        times.count == values.count && zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    }
}
