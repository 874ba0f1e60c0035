extension PhaseMedians {
    /// The values without what their seasons add; gaps stay gaps.
    package static func adjusted(_ series: [Double], periods: [Int]) -> [Double] {
        guard !periods.isEmpty, let parts = PhaseMedians(series, periods: periods) else {
            return series
        }
        return series.indices.map { index in
            parts.periods.indices.reduce(series[index]) { $0 - parts.season($1, index) }
        }
    }
}
