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
    mutating func column(_ samples: WindowedSamples) -> [Double]?

    /// The same of samples whose windows are of no use to another function.
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
        return column(WindowedSamples(times, values, windows))
    }

    mutating func column(_ samples: WindowedSamples) -> [Double]? {
        let times = samples.times.span
        let values = samples.values.span
        guard !times.isEmpty else { return nil }
        prepare(times, values)
        let windows = samples.windows
        let frame = windows.frame
        var column = [Double](repeating: .absent, count: samples.places.count)
        var isEmpty = true
        for (step, place) in samples.places.enumerated() where !place.isEmpty {
            if step > 0, frame.anchor != nil, !isOfStep {
                column[step] = column[0]
                continue
            }
            let end = frame.end(step)
            let window = Window(
                low: place.lowerBound,
                high: place.upperBound,
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
