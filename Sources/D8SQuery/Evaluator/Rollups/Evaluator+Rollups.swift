internal import D8SModel

extension Evaluator {
    /// The latest sample at each step: raw ones where they are kept, else the last of a rollup.
    mutating func select(
        _ selector: VectorSelector,
        _ frame: Frame,
        _ source: RollupSource,
        wantsTimes: Bool
    ) throws(QueryError) -> StepVector {
        let reach = settings.reach
        var halves = RollupHalves(budget) { frame.end($0) - reach < source.rawStart }
        let near = LatestSamples(frame: frame, lookback: reach, wantsTimes: wantsTimes)
        let from = max(source.rawStart, frame.first - reach + 1)
        try forEachSeries(selector.matchers, from: from, to: frame.last) {
            series,
            times,
            values throws(QueryError) in
            if let column = near.values(times, values) {
                try halves.add(StepColumn(series, column), isOld: false)
            }
        }
        let lookback = max(reach, source.step)
        let far = LatestSamples(frame: frame, lookback: lookback, wantsTimes: wantsTimes)
        try forEachRollup(selector, source, from: frame.first - lookback + 1, to: frame.last) {
            series,
            rollups throws(QueryError) in
            if let column = far.values(rollups.ends, rollups.lasts) {
                try halves.add(StepColumn(series, column), isOld: true)
            }
        }
        return halves.vector
    }

    /// A function of a range: of raw samples where they are kept, else of rollups.
    mutating func overRollups(
        _ selector: VectorSelector,
        _ function: any WindowFunction,
        _ windows: Windows,
        _ use: RollupUse,
        _ source: RollupSource
    ) throws(QueryError) -> StepVector {
        let frame = windows.frame
        var halves = RollupHalves(budget) { frame.end($0) - windows.range < source.rawStart }
        if frame.last - windows.range >= source.rawStart {
            for column in try overSamples(selector, function, windows).columns {
                try halves.add(column, isOld: false)
            }
        }
        var recent = try recentRollups(selector, windows, source)
        let wide = RollupWindows(windows, use, step: source.step)
        let from = frame.first - max(windows.range, source.step) + 1
        try forEachRollup(selector, source, from: from, to: frame.last) {
            series,
            rollups throws(QueryError) in
            let more = recent.removeValue(forKey: series)
            let all = more.map { RollupTable(rollups, then: $0).all } ?? rollups
            if let column = wide.column(all, function) {
                try halves.add(StepColumn(series, dropsName: true, column), isOld: true)
            }
        }
        for (series, table) in recent {
            if let column = wide.column(table.all, function) {
                try halves.add(StepColumn(series, dropsName: true, column), isOld: true)
            }
        }
        return halves.vector
    }

    /// Rollups made of raw samples, for ranges that begin before these and end among them.
    private mutating func recentRollups(
        _ selector: VectorSelector,
        _ windows: Windows,
        _ source: RollupSource
    ) throws(QueryError) -> [Series: RollupTable] {
        var tables: [Series: RollupTable] = [:]
        let end = min(windows.frame.last, source.rawStart + windows.range)
        let budget = budget
        var count = 0
        try forEachSeries(selector.matchers, from: source.rawStart + 1, to: end) {
            series,
            times,
            values throws(QueryError) in
            let table = RollupTable(times, values, step: source.step)
            count += table.ends.count
            try budget.check(count + times.count)
            tables[series] = table
        }
        return tables
    }
}
