extension PhaseMedians {
    /// The values without what their seasons add; gaps stay gaps.
    ///
    /// A season counts from three whole ones on: the middle of two is half of their noise.
    package static func adjusted(_ series: [Double], periods: [Int]) -> [Double] {
        let periods = periods.filter { 3 * $0 <= series.count }
        guard !periods.isEmpty, let parts = PhaseMedians(series, periods: periods) else {
            return series
        }
        return series.indices.map { index in
            parts.periods.indices.reduce(series[index]) { $0 - parts.season($1, index) }
        }
    }
}
