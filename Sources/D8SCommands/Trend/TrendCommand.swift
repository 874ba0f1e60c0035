import ArgumentParser
import D8SAnalysis
import D8SCollect
import D8SModel
import Logging

/// The command `d8s trend`.
struct TrendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Says of a file of numbers what changed, what is odd, and what comes next.",
        discussion: """
            Reads CSV, plain or as .gz, with a column of times (ISO 8601, days, months or
            Unix times) and one of values; rows without times are taken as they come.
            Gaps stay gaps. JSON has points (time, value, expected, lower, upper, score
            from 0 to 1, p), changePoints (time, kind, before, after, effect, p,
            interval), trend (method, slopePerDay, interval, p), forecast (time, mean, lower80,
            upper80, lower95, upper95), season, method, n and notes.
            Examples:
              d8s trend requests.csv
              d8s trend latency.csv --value p95 --direction up --format json
              d8s trend sales.csv --season 12 --horizon 18 --format csv > next.csv
              d8s trend cpu.csv --online --format json | jq '.points[] | select(.score > 0.8)'
              d8s query node_load1 --start now-30d --step 1h --format csv | d8s trend -
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv, chart
    }

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("The column with the values, or its number.", valueName: "column"))
    var value: String?

    @Option(help: ArgumentHelp("The column with the times, or its number.", valueName: "column"))
    var time: String?

    @Option(help: "What repeats: auto, none, day, week, or a number of steps.")
    var season = SeasonChoice.auto

    @Option(
        help: "How many steps to forecast; two of the shortest season, or 14, if none is given."
    )
    var horizon: Int?

    @Option(help: "What is harm: up, down, or both.")
    var direction = Harm.both

    @Option(help: "The least value there can be, as 0 for counts.")
    var least: Double?

    @Option(help: "The greatest value there can be, as the size of a disk.")
    var most: Double?

    @Flag(help: "Score each point by what was known before it only.")
    var online = false

    @Option(help: "How to print it: text, json, csv (points, then the forecast) or chart (SVG).")
    var format = Form.text

    func validate() throws {
        if let horizon, !(0...TrendAnalysis.furthest).contains(horizon) {
            throw ValidationError("--horizon has to be 0 to \(TrendAnalysis.furthest)")
        }
        if let least, let most, least >= most {
            throw ValidationError("--least has to be below --most")
        }
    }

    func run() throws {
        let log = Progress.logger(quiet: false)
        let column = try ValueColumnReader.read(file, time: time, value: value)
        for problem in column.problems { log.warning("\(TerminalText.line("\(problem)"))") }
        let named = column.problems.count
        if column.rejected > named { log.warning("\(column.rejected - named) more rows left out") }
        let grid = SeriesGrid(
            times: column.timeName == nil ? nil : column.times,
            values: column.values
        )
        let report = TrendAnalysis(
            season: season,
            horizon: horizon,
            direction: direction,
            bounds: ForecastBounds(lower: least, upper: most),
            isOnline: online
        ).report(grid)
        var output = StandardOutput()
        try output.write(try text(report, column))
        try output.flush()
        guard column.rejected == 0 else { throw ExitCode.failure }
    }

    private func text(_ report: TrendReport, _ column: ValueColumn) throws -> String {
        let hasTimes = column.timeName != nil
        switch format {
        case .text:
            return TrendText(
                report: report,
                name: column.name,
                hasTimes: hasTimes,
                direction: direction
            ).text
        case .json: return TrendJSON(report: report, hasTimes: hasTimes).text
        case .csv: return TrendRows(report: report, hasTimes: hasTimes).text
        case .chart: return try TrendChart(report: report, title: column.name).svg()
        }
    }
}

extension SeasonChoice: ExpressibleByArgument {
    package init?(argument: String) {
        switch argument {
        case "auto": self = .auto
        case "none": self = .none
        case "day": self = .day
        case "week": self = .week
        default:
            guard let steps = Int(argument), (2...100_000).contains(steps) else { return nil }
            self = .steps(steps)
        }
    }
}

extension Harm: ExpressibleByArgument {}
