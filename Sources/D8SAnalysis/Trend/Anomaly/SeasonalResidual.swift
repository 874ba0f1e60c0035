/// What is left of a series after its level and its seasons, robustly: what was odd once does not
/// become what is expected.
///
/// The level is the median over the last season, the season the median of each phase (as S-H-ESD
/// does: Hochenbaum, Vallis & Kejariwal 2017, "Automatic Anomaly Detection in the Cloud Via
/// Statistical Learning"). An event shorter than half the window stays in the residual; a longer
/// one is a shift and goes with the level. All levels look back only, so that a wandering series
/// strays no further from its last than from its first.
struct SeasonalResidual {
    /// What was expected of each point; NaN where nothing was known around it.
    let expected: [Double]
    /// The series minus that; NaN for gaps.
    let residual: [Double]
    /// What the seasons alone add at each point; 0 without one.
    let season: [Double]

    private static let shortestWindow = 25
    /// A phase seen fewer times has no season of its own.
    private static let fewestCycles = 3

    /// The seasons are in steps, such as 24 and 168.
    init(_ series: [Double], seasons: [Int]) {
        let count = series.count
        let usable = seasons.filter { $0 > 1 && $0 * Self.fewestCycles <= count }.sorted()
        let window = max(Self.shortestWindow, usable.first ?? 0)
        let level = RunningMedian.of(series, window: window)
        var rest = zip(series, level).map { $0 - $1 }
        for index in 0..<min(count, window / 2) { rest[index] = .nan }
        var expected = level
        for season in usable {
            let phases = Self.phases(rest, season)
            for index in 0..<count {
                let usual = phases[index % season]
                rest[index] -= usual
                expected[index] += usual
            }
        }
        self.expected = expected
        residual = rest
        season = zip(expected, level).map { $0 - $1 }
    }

    private static func phases(_ rest: [Double], _ season: Int) -> [Double] {
        (0..<season).map { phase in
            let values = stride(from: phase, to: rest.count, by: season).lazy
                .map { rest[$0] }.filter { $0.isFinite }
            let known = Array(values)
            return known.count < fewestCycles ? 0 : Quantile.median(of: known) ?? 0
        }
    }
}
