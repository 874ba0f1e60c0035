import ArgumentParser
import D8SAnalysis
import Foundation

/// The hidden command `d8s bench-trends`: what trends of many series take, for `make bench`.
struct BenchTrendsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-trends",
        abstract: "Makes series, looks at them, and says what CPU time that took.",
        shouldDisplay: false
    )

    enum Work: String, CaseIterable, ExpressibleByArgument {
        case make, all, anomalies, shifts, slopes, forecasts
    }

    @Argument(help: "make (the flat file), all, or one part: anomalies, shifts, slopes, forecasts.")
    var work: Work

    @Option(help: "The flat file of series.")
    var flat = "trends.flat"

    @Option(help: "Series to make.")
    var series = 2000

    @Option(help: "Hourly points of each.")
    var points = 720

    func run() throws {
        let file = FlatNumbers(path: flat, points: points)
        guard work != .make else { return try make(file) }
        let all = try file.read()
        let begin = clock()
        let sum = all.reduce(0) { $0 + look(at: $1) }
        let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
        print("\(all.count) series, sum \(sum)")
        print("cpu \(seconds)")
    }

    /// Every kind in turn.
    private func make(_ file: FlatNumbers) throws {
        let kinds = MadeSeries.Kind.allCases
        try file.write(
            (0..<series).map { number in
                var made = MadeSeries(kinds[number % kinds.count], number: number)
                return made.values(points)
            }
        )
    }

    /// Something of what was found, so that nothing is left out.
    private func look(at values: [Double]) -> Double {
        let candidates = [24, 168]
        switch work {
        case .make: return 0
        case .all:
            let grid = SeriesGrid(
                times: values.indices.map { Int64($0) * 3_600_000 },
                values: values
            )
            let report = TrendAnalysis(horizon: 48).report(grid)
            return Double(report.changePoints.count) + (report.forecast?.mean.last ?? 0)
        case .anomalies:
            let seasons = SeasonDetection.periods(values, candidates: candidates)
            return SeriesAnomalies(values, seasons: seasons).points.last?.score ?? 0
        case .shifts: return Double(Shifts.find(values, rules: ShiftRules(ranks: true)).count)
        case .slopes:
            let test = MannKendall.preWhitened(values)?.p ?? 1
            let corrected = MannKendall.hamedRao(values)
            return test + (SenSlope(values, variance: corrected?.variance)?.slope ?? 0)
        case .forecasts:
            let forecast = Forecaster(values: values, seasons: candidates, horizon: 48).forecast()
            return forecast?.mean.last ?? 0
        }
    }
}
