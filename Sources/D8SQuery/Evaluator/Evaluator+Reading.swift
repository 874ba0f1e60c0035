internal import D8SModel

extension Evaluator {
    /// Hands over the raw samples of the series of a selector, one after the other.
    ///
    /// What is damaged is noted.
    ///
    /// - Throws: What the body throws, and `QueryError.storage` for what could not be read.
    mutating func forEachSeries(
        _ matchers: [LabelMatcher],
        from: Int64,
        to: Int64,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws(QueryError) -> Void
    ) throws(QueryError) {
        guard from <= to else { return }
        let selector = try SeriesSelector(matchers)
        do {
            let damage = try storage.forEachSeries(
                selector,
                from: Instant(milliseconds: from),
                to: Instant(milliseconds: to),
                body
            )
            for sentence in damage { notes.warn(sentence) }
        } catch let error as QueryError {
            throw error
        } catch {
            throw .storage(reason: "\(error)")
        }
    }

    /// The latest sample of each series at each step, or its time, if it is not older than the
    /// lookback.
    mutating func select(
        _ selector: VectorSelector,
        _ steps: Steps,
        wantsTimes: Bool = false
    ) throws(QueryError) -> StepVector {
        let frame = frame(selector.time, steps)
        let lookback = settings.reach
        if let rollups = try rollups(frame.first - lookback, range: steps.step) {
            return try select(selector, frame, rollups, wantsTimes: wantsTimes)
        }
        let read = SampleRead(selector.matchers, nil, Windows(frame: frame, range: lookback))
        guard wantsTimes else { return try pass(of: read).vector }
        let times = LatestSamples(frame: frame, lookback: lookback, wantsTimes: true)
        return try run(
            SamplePass(times, read.windows, isOfRange: false, budget: budget),
            of: read.matchers
        ).vector
    }

    /// What a read comes to; what was read already is not read again.
    mutating func pass(of read: SampleRead) throws(QueryError) -> SamplePass {
        if let known = known[read] { return known }
        return try run(try read.pass(budget), of: read.matchers)
    }

    /// Hands all series of a selector to a pass.
    mutating func run(
        _ pass: SamplePass,
        of matchers: [LabelMatcher]
    ) throws(QueryError) -> SamplePass {
        var pass = pass
        try forEachSeries(matchers, from: pass.from, to: pass.to) {
            series,
            times,
            values throws(QueryError) in
            try pass.take(series, times, values)
        }
        return pass
    }
}

/// Finds the latest sample at each step in one pass over a series.
struct LatestSamples: WindowFunction {
    let frame: Frame
    let lookback: Int64
    var wantsTimes = false

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        wantsTimes ? Double(times[window.high - 1]) / 1000 : values[window.high - 1]
    }

    func column(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        _ windows: Windows
    ) -> [Double]? {
        self.values(times, values)
    }

    /// Nil if no step has a value.
    func values(_ times: ArraySlice<Int64>, _ values: ArraySlice<Double>) -> [Double]? {
        let times = times.span
        let samples = values.span
        guard times.count == samples.count, !times.isEmpty else { return nil }
        var column = [Double](repeating: .absent, count: frame.steps.count)
        var after = 0
        var isEmpty = true
        for step in column.indices {
            let end = frame.end(step)
            after = times.firstAfter(end, from: after)
            guard after > 0, times[after - 1] > end - lookback else { continue }
            let value = samples[after - 1]
            guard !value.isStaleMarker else { continue }
            column[step] = wantsTimes ? Double(times[after - 1]) / 1000 : value
            isEmpty = false
        }
        return isEmpty ? nil : column
    }
}

extension Span<Int64> {
    /// The index of the first time after this one, from an index on; steps grow, so near is quick.
    func firstAfter(_ time: Int64, from start: Int) -> Int {
        guard start < count, self[start] <= time else { return start }
        var low = start
        var length = 1
        while low + length < count, self[low + length] <= time {
            low += length
            length *= 2
        }
        var high = Swift.min(low + length, count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if self[middle] <= time { low = middle } else { high = middle }
        }
        return high
    }
}
