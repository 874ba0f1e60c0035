internal import D8SModel

extension Evaluator {
    /// The rollups to read if samples are wanted from before the first raw ones; nil if not, or if
    /// there are none.
    mutating func rollups(
        _ from: Int64,
        range: Int64
    ) throws(QueryError) -> RollupSource? {
        let lengths = storage.rollupSteps
        guard let shortest = lengths.first, let start = try rawStart(), from < start else {
            return nil
        }
        let step = lengths.last { $0 <= range } ?? shortest
        notes.warn(
            "Samples before \(Instant(milliseconds: start)) are kept as rollups of "
                + "\(PromDuration.text(step)); values that reach before then are made of these."
        )
        return RollupSource(step: step, rawStart: start)
    }

    private func rawStart() throws(QueryError) -> Int64? {
        do {
            return try storage.rawStart()?.milliseconds
        } catch {
            throw .storage(reason: "\(error)")
        }
    }

    private func forEachRollup(
        _ selector: VectorSelector,
        _ source: RollupSource,
        from: Int64,
        to: Int64,
        _ body: (Series, RollupSlice) throws(QueryError) -> Void
    ) throws(QueryError) {
        guard from <= to else { return }
        let matching = try SeriesSelector(selector.matchers)
        do {
            try storage.forEachRollup(
                matching,
                step: source.step,
                from: Instant(milliseconds: from),
                to: Instant(milliseconds: to),
                body
            )
        } catch let error as QueryError {
            throw error
        } catch {
            throw .storage(reason: "\(error)")
        }
    }

    /// The latest sample at each step: raw ones where they are kept, else the last of a rollup.
    func select(
        _ selector: VectorSelector,
        _ frame: Frame,
        _ source: RollupSource,
        wantsTimes: Bool
    ) throws(QueryError) -> StepVector {
        var halves = Halves { frame.end($0) - settings.lookback < source.rawStart }
        let near = LatestSamples(
            frame: frame,
            lookback: settings.lookback,
            wantsTimes: wantsTimes
        )
        let from = max(source.rawStart, frame.first - settings.lookback + 1)
        try forEachSeries(selector.matchers, from: from, to: frame.last) {
            series,
            times,
            values throws(QueryError) in
            try check(halves.size + frame.steps.count)
            if let column = near.values(times, values) {
                halves.add(StepColumn(series, column), isOld: false)
            }
        }
        let lookback = max(settings.lookback, source.step)
        let far = LatestSamples(frame: frame, lookback: lookback, wantsTimes: wantsTimes)
        try forEachRollup(selector, source, from: frame.first - lookback + 1, to: frame.last) {
            series,
            rollups throws(QueryError) in
            try check(halves.size + frame.steps.count)
            if let column = far.values(rollups.ends, rollups.lasts) {
                halves.add(StepColumn(series, column), isOld: true)
            }
        }
        return halves.vector
    }

    /// A function of a range: of raw samples where they are kept, else of rollups.
    func overRollups(
        _ selector: VectorSelector,
        _ function: any WindowFunction,
        _ windows: Windows,
        _ use: RollupUse,
        _ source: RollupSource
    ) throws(QueryError) -> StepVector {
        let frame = windows.frame
        var halves = Halves { frame.end($0) - windows.range < source.rawStart }
        if frame.last - windows.range >= source.rawStart {
            for column in try overSamples(selector, function, windows).columns {
                halves.add(column, isOld: false)
            }
        }
        let from = frame.first - windows.range + 1
        try forEachRollup(selector, source, from: from, to: frame.last) {
            series,
            rollups throws(QueryError) in
            try check(halves.size + frame.steps.count)
            if let column = RollupWindows(windows: windows, use: use).column(rollups, function) {
                halves.add(StepColumn(series, dropsName: true, column), isOld: true)
            }
        }
        return halves.vector
    }
}

/// Columns of raw samples and of rollups, put together step by step.
private struct Halves {
    /// Whether a step is one of rollups.
    let isOld: (Int) -> Bool
    private var columns: [Series: StepColumn] = [:]

    init(isOld: @escaping (Int) -> Bool) { self.isOld = isOld }

    var size: Int { columns.values.reduce(0) { $0 + $1.values.count } }

    var vector: StepVector {
        let filled = columns.values.filter { !$0.isEmpty }
        return StepVector(columns: filled.sorted { $0.series < $1.series })
    }

    mutating func add(_ column: StepColumn, isOld wanted: Bool) {
        var known = columns[column.series] ?? column
        for step in known.values.indices {
            if isOld(step) == wanted {
                known.values[step] = column.values[step]
            } else if columns[column.series] == nil {
                known.values[step] = .absent
            }
        }
        columns[column.series] = known
    }
}
