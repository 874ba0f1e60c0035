/// `min_over_time` and `max_over_time` in one pass.
///
/// A window that has nothing of those before it is just looked through. Of windows that overlap,
/// candidates wait in order of their values.
struct ExtremeOverTime: WindowFunction {
    let isMaximum: Bool
    /// Samples that may still be the extreme of a window: later ones are less extreme.
    private var candidates: [Int] = []
    private var first = 0
    private var seen = 0
    /// The end of the latest window.
    private var end = 0

    init(isMaximum: Bool) { self.isMaximum = isMaximum }

    mutating func value(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window
    ) -> Double {
        defer { end = window.high }
        guard window.low < end else { return startingAnew(values, window) }
        seen = max(seen, window.low)
        while seen < window.high {
            if !values[seen].isNaN { push(seen, values) }
            seen += 1
        }
        while first < candidates.count, candidates[first] < window.low { first += 1 }
        return first < candidates.count ? values[candidates[first]] : .nan
    }

    /// Looks a window through; what is seen of it counts for nothing in one that overlaps it.
    private mutating func startingAnew(_ values: Span<Double>, _ window: Window) -> Double {
        if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
        first = 0
        seen = window.low
        var start = window.low
        while start < window.high, values[start].isNaN { start += 1 }
        guard start < window.high else { return .nan }
        let range = start..<window.high
        let extreme = isMaximum ? values.highest(range) : values.lowest(range)
        guard extreme == 0 else { return extreme }
        // Of zeros the first counts, whatever its sign.
        while values[start] != 0 { start += 1 }
        return values[start]
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

/// Four numbers are compared side by side: each waits for the one before it only in its own lane.
extension Span<Double> {
    /// The highest number at a range, which begins with a number.
    fileprivate func highest(_ range: Range<Int>) -> Double {
        var highest = SIMD4(repeating: self[range.lowerBound])
        let whole = range.lowerBound + range.count & ~3
        for index in stride(from: range.lowerBound, to: whole, by: 4) {
            let four = four(at: index)
            highest.replace(with: four, where: four .> highest)
        }
        var extreme = highest.max()
        for index in whole..<range.upperBound where self[index] > extreme { extreme = self[index] }
        return extreme
    }

    /// The lowest number at a range, which begins with a number.
    fileprivate func lowest(_ range: Range<Int>) -> Double {
        var lowest = SIMD4(repeating: self[range.lowerBound])
        let whole = range.lowerBound + range.count & ~3
        for index in stride(from: range.lowerBound, to: whole, by: 4) {
            let four = four(at: index)
            lowest.replace(with: four, where: four .< lowest)
        }
        var extreme = lowest.min()
        for index in whole..<range.upperBound where self[index] < extreme { extreme = self[index] }
        return extreme
    }

    private func four(at index: Int) -> SIMD4<Double> {
        SIMD4(self[index], self[index + 1], self[index + 2], self[index + 3])
    }
}
