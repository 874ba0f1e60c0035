import D8SModel

/// The series that rules made, which later rules read.
struct RecordedSamples: Sendable {
    /// Samples of one series, by time.
    struct Column: Sendable {
        var times: [Int64] = []
        var values: [Double] = []
    }

    /// A value of one series at one time.
    struct Sample {
        var series: Series
        var time: Int64
        var value: Double
    }

    private(set) var metrics: [String: [Series: Column]] = [:]
    private(set) var count = 0

    /// Nobody's rules make more than this; a mistake does.
    static let countLimit = 50_000_000

    /// Appends samples; one that is not later than the last one of its series is left out.
    mutating func append(_ samples: [Sample]) {
        for sample in samples {
            metrics[sample.series.metric, default: [:]][sample.series, default: Column()]
                .append(sample.time, sample.value)
        }
        count += samples.count
    }

    /// Appends a whole series, which is new.
    mutating func append(_ series: Series, _ column: Column) {
        if metrics[series.metric]?[series] == nil {
            metrics[series.metric, default: [:]][series] = column
        } else {
            for (time, value) in zip(column.times, column.values) {
                metrics[series.metric]?[series]?.append(time, value)
            }
        }
        count += column.times.count
    }

    /// The series that are selected, in the order of their bytes.
    func series(_ selector: SeriesSelector) -> [(series: Series, column: Column)] {
        let candidates: [[Series: Column]] =
            if let metric = selector.metric { [metrics[metric] ?? [:]] } else {
                Array(metrics.values)
            }
        return candidates.flatMap { $0.filter { selector.matches($0.key) } }
            .map { ($0.key, $0.value) }
            .sorted { $0.0 < $1.0 }
    }
}

extension RecordedSamples.Column {
    fileprivate mutating func append(_ time: Int64, _ value: Double) {
        if let last = times.last, last >= time { return }
        times.append(time)
        values.append(value)
    }

    /// The samples from one time to another.
    func slice(from: Int64, to: Int64) -> (ArraySlice<Int64>, ArraySlice<Double>) {
        let start = times.lowerBound { $0 < from }
        let end = Swift.max(start, times.lowerBound { $0 <= to })
        return (times[start..<end], values[start..<end])
    }
}

extension [Int64] {
    /// The first index at which the condition, true up to some element, is false.
    fileprivate func lowerBound(_ isBefore: (Int64) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
