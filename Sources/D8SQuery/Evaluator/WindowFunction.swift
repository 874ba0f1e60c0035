internal import D8SModel

/// The samples of a series that a step looks at.
struct Window {
    /// The indexes of the first sample and of the one after the last.
    let low: Int
    let high: Int
    /// Milliseconds; a sample at the start is not in the window, one at the end is.
    let start: Int64
    let end: Int64
    let step: Int
    /// The time of the step itself, without `offset` and `@`.
    let time: Int64
    let isPrometheus2: Bool

    var count: Int { high - low }
}

/// A function of the samples behind an instant, such as `rate`.
///
/// It is asked for the windows of one series in ascending order and may remember what it saw.
protocol WindowFunction {
    /// Whether the answer differs from step to step even if the window does not.
    var isOfStep: Bool { get }

    /// Looks at all samples of a series once, before the windows.
    mutating func prepare(_ times: Span<Int64>, _ values: Span<Double>)

    /// The value for a window, which has at least one sample; `absent` if there is none.
    mutating func value(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window
    ) -> Double

    /// The values for all windows; nil if there are none.
    mutating func column(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        _ windows: Windows
    ) -> [Double]?
}

extension WindowFunction {
    var isOfStep: Bool { false }

    mutating func prepare(_ times: Span<Int64>, _ values: Span<Double>) {}

    mutating func column(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        _ windows: Windows
    ) -> [Double]? {
        guard times.count == values.count else { return nil }
        guard values.span.hasStaleMarker else {
            return column(times.span, values.span, windows)
        }
        let kept = zip(times, values).filter { !$0.1.isStaleMarker }
        let keptTimes = kept.map(\.0)
        let keptValues = kept.map(\.1)
        return column(keptTimes.span, keptValues.span, windows)
    }

    private mutating func column(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ windows: Windows
    ) -> [Double]? {
        guard !times.isEmpty else { return nil }
        prepare(times, values)
        let frame = windows.frame
        var column = [Double](repeating: .absent, count: frame.steps.count)
        var low = 0
        var high = 0
        var isEmpty = true
        for step in column.indices {
            if step > 0, frame.anchor != nil, !isOfStep {
                column[step] = column[0]
                continue
            }
            let end = frame.end(step)
            low = times.firstAfter(windows.floor(step), from: low)
            high = times.firstAfter(end, from: max(low, high))
            guard low < high else { continue }
            let window = Window(
                low: low,
                high: high,
                start: end - windows.range,
                end: end,
                step: step,
                time: frame.steps.time(step),
                isPrometheus2: windows.isPrometheus2
            )
            column[step] = value(times, values, window)
            isEmpty = isEmpty && column[step].isAbsent
        }
        return isEmpty ? nil : column
    }
}

extension Span<Double> {
    /// Whether one of them says that the series has ended; all are looked at, which is quicker than
    /// to stop at the first.
    fileprivate var hasStaleMarker: Bool {
        let marker = Double.staleMarker.bitPattern
        var isFound = false
        for index in indices where self[index].bitPattern == marker { isFound = true }
        return isFound
    }
}
