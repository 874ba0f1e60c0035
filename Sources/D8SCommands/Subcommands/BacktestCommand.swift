import ArgumentParser
import D8SAnalysis
import D8SCollect
import D8SModel

/// The command `d8s backtest`.
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Holds what would have been foretold against what came.",
        discussion: """
            Without a file: every run of the history, foretold from what was known when it was
            created. Brier's score is the mean squared error of the probabilities, skill the part of
            the base rate's error that is saved, and the calibration table says how often came about
            what was said. With a file of numbers: its forecasts from several instants of its past,
            the error as a share of the (seasonal) naive forecast's, and how many values came within
            the intervals of 80 and 95 %.
            Examples:
              d8s backtest
              d8s backtest --as-of 2026-11-20 --format json
              d8s backtest requests.csv --value count --season 24 --horizon 48
            """
    )

    @Argument(help: "A file of numbers; - for standard input. The history's runs if none is named.")
    var file: String?

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("The column with the values, or its number.", valueName: "column"))
    var value: String?

    @Option(help: ArgumentHelp("The column with the times, or its number.", valueName: "column"))
    var time: String?

    @Option(help: "What repeats in the file: auto, none, day, week, or a number of steps.")
    var season = SeasonChoice.auto

    @Option(help: "How many steps of the file to forecast; two of the shortest season, or 14.")
    var horizon: Int?

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func validate() throws {
        if let horizon, !(1...TrendAnalysis.furthest).contains(horizon) {
            throw ValidationError("--horizon has to be 1 to \(TrendAnalysis.furthest)")
        }
    }

    func run() throws {
        let rows = try file.map(forecasts) ?? runs()
        print(try PrintedRows(rows).text(format), terminator: "")
    }

    private func runs() throws -> [BacktestRow] {
        let session = try Session(reading: config)
        let asOf = report.instant(session.configuration, now: session.now())
        return BacktestRow.all(of: try session.pipeline.predictions(asOf: asOf))
    }

    private func forecasts(of file: String) throws -> [BacktestRow] {
        let column = try ValueColumnReader.read(file, time: time, value: value)
        let grid = SeriesGrid(
            times: column.timeName == nil ? nil : column.times,
            values: column.values
        )
        let analysis = TrendAnalysis(season: season, horizon: horizon)
        return analysis.backtest(grid).map { BacktestRow.all(of: $0, name: column.name) } ?? []
    }
}
