import D8SAnalysis
import D8SModel

/// Adds up what one series comes to in each hour of a window, one series after another.
struct HourTally {
    private static let hour: Int64 = 3_600_000

    private let start: Int64
    private let end: Int64
    private var amounts: [Double]
    private var covers: [Double]
    private var touched = 0..<0
    /// The hour that was added to last, and its bounds: most samples are of the same one.
    private var current = (index: 0, start: Int64.max, end: Int64.min)

    init(_ hours: CostHours) {
        start = hours.window.start.milliseconds
        end = min(hours.window.end.milliseconds, start + Int64(hours.count) * Self.hour)
        amounts = Array(repeating: 0, count: hours.count)
        covers = amounts
    }

    /// One of no hours, to stand in while the other is at work.
    static let none = HourTally(CostHours(Window(start: .zero, end: .zero), in: .utc))

    /// Takes in a gauge: a sample holds until the next one, unless that comes much later than the
    /// step; then, as after the last one, for one step.
    ///
    /// A NaN is no value, and so ends the one before it.
    mutating func hold(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        step: Int64,
        scale: Double = 1
    ) {
        let reach = max(step &* 5 / 2, 300_000)
        for (index, place) in zip(times.indices, values.indices) {
            let value = values[place]
            guard value.isFinite else { continue }
            let time = times[index], next = index + 1
            let isNear = next < times.endIndex && times[next] - time <= reach
            add(from: time, to: isNear ? times[next] : time + step, value * scale)
        }
    }

    /// Takes in a counter of seconds: what it grew by between two samples is spread over the time
    /// between them, and a value below the one before is a reset to 0.
    ///
    /// - Parameters:
    ///   - times: When the counter was read.
    ///   - values: What it stood at.
    ///   - point: Given the mean growth by the second between two samples that are at most an hour
    ///     apart, and the time of the later one.
    mutating func grow(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        _ point: (Double, Int64) -> Void
    ) {
        var last: (time: Int64, value: Double)?
        for (index, place) in zip(times.indices, values.indices) {
            let value = values[place], time = times[index]
            guard value.isFinite else { continue }
            if let last, time > last.time {
                let growth = value < last.value ? value : value - last.value
                let mean = growth * 1000 / Double(time - last.time)
                add(from: last.time, to: time, mean)
                if time - last.time <= Self.hour { point(mean, time) }
            }
            last = (time, value)
        }
    }

    /// Adds a level that held from one time to another, as far as they are in the window.
    mutating func add(from: Int64, to: Int64, _ level: Double) {
        if from >= current.start, to <= current.end, from < to {
            return add(level, Double(to - from) / Double(Self.hour), at: current.index)
        }
        var from = max(from, start)
        let to = min(to, end)
        while from < to {
            let index = Int((from - start) / Self.hour)
            guard amounts.indices.contains(index) else { return }
            let begin = start + Int64(index) * Self.hour
            current = (index, begin, min(begin + Self.hour, end))
            touch(index)
            let stop = min(to, current.end)
            add(level, Double(stop - from) / Double(Self.hour), at: index)
            from = stop
        }
    }

    private mutating func add(_ level: Double, _ hours: Double, at index: Int) {
        amounts[index] += level * hours
        covers[index] += hours
    }

    /// Hands over each hour with something in it, ascending, with the level times hours and the
    /// hours for which there was a level; then begins anew.
    mutating func drain(_ body: (Int, Double, Double) -> Void) {
        for index in touched where covers[index] > 0 {
            body(index, amounts[index], covers[index])
            (amounts[index], covers[index]) = (0, 0)
        }
        touched = 0..<0
        current = (0, .max, .min)
    }

    private mutating func touch(_ index: Int) {
        if touched.contains(index) { return }
        touched =
            touched.isEmpty
            ? index..<(index + 1)
            : min(touched.lowerBound, index)..<max(touched.upperBound, index + 1)
    }
}

extension Instant {
    fileprivate static let zero = Instant(milliseconds: 0)
}
