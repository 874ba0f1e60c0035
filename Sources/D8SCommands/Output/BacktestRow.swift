import D8SAnalysis
import D8SModel
import D8SSite

/// One figure of `d8s backtest`.
struct BacktestRow: PrintedRow {
    static let heads = ["OF", "FIGURE", "VALUE", "N"]
    static let columns = ["of", "figure", "value", "n"]
    static let none = "Too little is known to foretell anything."

    /// `pipelines`, `tasks`, or the column of a file.
    let of: String
    let figure: String
    /// Nil if nothing was foretold.
    let value: Double?
    /// Values that were held against it.
    let n: Int

    private init(_ of: String, _ figure: String, _ value: Double?, _ n: Int) {
        (self.of, self.figure, self.value, self.n) = (of, figure, value, n)
    }

    var line: [String] { [of, figure, value.map(Self.text) ?? "–", "\(n)"] }

    var cells: [DataValue] { [.text(of), .text(figure), .optional(value), .whole(n)] }

    private static func text(_ value: Double) -> String {
        let digits = (abs(value) * 10_000).rounded() / 10_000
        return digits.isFinite ? "\(value < 0 ? "-" : "")\(digits)" : "–"
    }

    /// Of pipelines and of tasks: the scores, the table of what was said and what came, the
    /// coverage of the times, and how many are shown.
    static func all(of predictions: RunPredictions) -> [BacktestRow] {
        Run.Kind.allCases.flatMap { kind -> [BacktestRow] in
            let name = kind.rawValue + "s"
            let next = predictions.next.filter { $0.subject.kind == kind }
            guard !next.isEmpty else { return [] }
            let score = predictions.failures[kind] ?? ProbabilityScore()
            let times = predictions.durations[kind] ?? CoverageScore()
            let shown = next.count { $0.failure != nil }
            let timed = next.count { $0.duration != nil }
            return [
                BacktestRow(name, "failure: Brier score", score.brier, score.n),
                BacktestRow(
                    name,
                    "failure: Brier score of the base rate",
                    score.baseBrier,
                    score.n
                ),
                BacktestRow(name, "failure: skill", score.skill, score.n),
            ] + table(score, name) + [
                BacktestRow(
                    name,
                    "failure: share that is shown",
                    share(shown, next.count),
                    next.count
                ),
                BacktestRow(name, "time: within the 90 % interval", times.share, times.n),
                BacktestRow(
                    name,
                    "time: share that is shown",
                    share(timed, next.count),
                    next.count
                ),
            ]
        }
    }

    private static func table(_ score: ProbabilityScore, _ name: String) -> [BacktestRow] {
        score.bins.enumerated().filter { $0.element.n > 0 }.flatMap { place, bin in
            let range = "\(place * 10)–\(place * 10 + 10) %"
            return [
                BacktestRow(name, "failure: said \(range), mean", bin.stated, bin.n),
                BacktestRow(name, "failure: said \(range), came", share(bin.k, bin.n), bin.n),
            ]
        }
    }

    private static func share(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    static func all(of test: ForecastBacktest, name: String) -> [BacktestRow] {
        [
            BacktestRow(name, "forecast: error of the naive one", test.relativeError, test.n),
            BacktestRow(name, "forecast: mean absolute error", test.meanAbsoluteError, test.n),
            BacktestRow(name, "forecast: symmetric error, %", test.symmetricError, test.n),
            BacktestRow(name, "forecast: within the 80 % interval", test.coverage80, test.n),
            BacktestRow(name, "forecast: within the 95 % interval", test.coverage95, test.n),
            BacktestRow(name, "forecast: instants", Double(test.origins), test.origins),
            BacktestRow(name, "forecast: calibrated (1 is yes)", test.isCalibrated ? 1 : 0, test.n),
        ]
    }
}
