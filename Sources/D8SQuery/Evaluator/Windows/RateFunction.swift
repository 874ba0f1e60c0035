/// `rate`, `increase` and `delta`: the difference of the last and the first sample, extrapolated to
/// the ends of the window (Prometheus' `extrapolatedRate`).
struct RateFunction: WindowFunction {
    /// Whether falls are resets to 0.
    let isCounter: Bool
    /// The milliseconds of the range for a value per second; nil for the whole difference.
    let perSecondOf: Int64?
    /// The samples that are smaller than the one before.
    private var resets: [Int] = []
    private var nextReset = 0

    init(isCounter: Bool, perSecondOf: Int64? = nil) {
        self.isCounter = isCounter
        self.perSecondOf = perSecondOf
    }

    mutating func prepare(_ times: Span<Int64>, _ values: Span<Double>) {
        guard isCounter, values.count > 1 else { return }
        var before = values[0]
        for index in 1..<values.count {
            let value = values[index]
            if value < before { resets.append(index) }
            before = value
        }
    }

    mutating func value(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window
    ) -> Double {
        guard window.count > 1 else { return .absent }
        let first = values[window.low]
        var difference = values[window.high - 1] - first
        while nextReset < resets.count, resets[nextReset] <= window.low { nextReset += 1 }
        var reset = nextReset
        while reset < resets.count, resets[reset] < window.high {
            difference += values[resets[reset] - 1]
            reset += 1
        }
        return difference * factor(times, window, first, difference)
    }

    private func factor(
        _ times: Span<Int64>,
        _ window: Window,
        _ first: Double,
        _ difference: Double
    ) -> Double {
        let firstTime = times[window.low]
        let lastTime = times[window.high - 1]
        var toStart = Double(firstTime - window.start) / 1000
        var toEnd = Double(window.end - lastTime) / 1000
        let sampled = Double(lastTime - firstTime) / 1000
        let average = sampled / Double(window.count - 1)
        let threshold = average * 1.1
        if !window.isPrometheus2, toStart >= threshold { toStart = average / 2 }
        if isCounter, difference > 0, first >= 0 {
            toStart = min(toStart, sampled * (first / difference))
        }
        if toStart >= threshold { toStart = average / 2 }
        if toEnd >= threshold { toEnd = average / 2 }
        let factor = (sampled + toStart + toEnd) / sampled
        return perSecondOf.map { factor / (Double($0) / 1000) } ?? factor
    }
}

/// `irate` and `idelta`: the difference of the last two samples.
struct LastDifference: WindowFunction {
    let isRate: Bool

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        guard window.count > 1 else { return .absent }
        let last = values[window.high - 1]
        let before = values[window.high - 2]
        let length = times[window.high - 1] - times[window.high - 2]
        guard length > 0 else { return .absent }
        let difference = isRate && last < before ? last : last - before
        return isRate ? difference / (Double(length) / 1000) : difference
    }
}

/// `changes` and `resets`: how often a sample differs from the one before, or is smaller.
struct ChangeCount: WindowFunction {
    let isOfResets: Bool
    private var places: [Int] = []
    private var low = 0
    private var high = 0

    init(isOfResets: Bool) { self.isOfResets = isOfResets }

    mutating func prepare(_ times: Span<Int64>, _ values: Span<Double>) {
        guard values.count > 1 else { return }
        for index in 1..<values.count {
            let value = values[index]
            let before = values[index - 1]
            let isOne =
                isOfResets ? value < before : value != before && !(value.isNaN && before.isNaN)
            if isOne { places.append(index) }
        }
    }

    mutating func value(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window
    ) -> Double {
        while low < places.count, places[low] <= window.low { low += 1 }
        high = max(low, high)
        while high < places.count, places[high] < window.high { high += 1 }
        return Double(high - low)
    }
}
