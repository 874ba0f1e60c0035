import ArgumentParser
import D8SAnalysis
import D8SModel

/// The command `d8s predict`.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract: "Says how likely the next run of each pipeline and task is to fail, and how long "
            + "it takes.",
        discussion: """
            From the runs of the last 180 days before the as-of instant. The probability learns from
            how a pipeline's own runs ended, the last ones most, and from its namespace where it has
            few; the time is that of a run that succeeds. What did not keep its word so far is
            withheld: a probability no better than the base rate, or an interval that does not hold
            the 90 % that it promises (`d8s backtest` shows both). Stopped runs are left out.
            Examples:
              d8s predict
              d8s predict --pipeline build --as-of 2026-11-20 --format json
              d8s predict --format csv > next-runs.csv
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Only this pipeline and its tasks.")
    var pipeline: String?

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() throws {
        let session = try Session(reading: config)
        let asOf = report.instant(session.configuration, now: session.now())
        let rows = try session.pipeline.predictions(asOf: asOf).next
            .filter { pipeline == nil || $0.subject.pipeline == pipeline }
            .map { PredictionRow($0, session.format) }
        print(try PrintedRows(rows).text(format), terminator: "")
    }
}
