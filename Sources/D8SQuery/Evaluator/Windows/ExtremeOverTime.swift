/// `min_over_time` and `max_over_time` in one pass: candidates wait in order of their values.
struct ExtremeOverTime: WindowFunction {
    let isMaximum: Bool
    /// Samples that may still be the extreme of a window: later ones are less extreme.
    private var candidates: [Int] = []
    private var first = 0
    private var seen = 0

    init(isMaximum: Bool) { self.isMaximum = isMaximum }

    mutating func value(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window
    ) -> Double {
        seen = max(seen, window.low)
        while seen < window.high {
            if !values[seen].isNaN { push(seen, values) }
            seen += 1
        }
        while first < candidates.count, candidates[first] < window.low { first += 1 }
        return first < candidates.count ? values[candidates[first]] : .nan
    }

    private mutating func push(_ index: Int, _ values: Span<Double>) {
        let value = values[index]
        while candidates.count > first, let last = candidates.last,
            isMaximum ? values[last] < value : values[last] > value
        {
            candidates.removeLast()
        }
        if first == candidates.count {
            candidates.removeAll(keepingCapacity: true)
            first = 0
        }
        candidates.append(index)
    }
}

/// `ts_of_min_over_time` and `ts_of_max_over_time`: when the latest extreme sample was.
struct TimeOfExtreme: WindowFunction {
    let isMaximum: Bool

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        var best = window.low
        for index in window.low..<window.high {
            let isBetter =
                isMaximum ? values[index] >= values[best] : values[index] <= values[best]
            if isBetter || values[best].isNaN { best = index }
        }
        return Double(times[best]) / 1000
    }
}
