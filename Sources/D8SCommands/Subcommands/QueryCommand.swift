import ArgumentParser
import D8SModel
import D8SQuery
import Logging

/// The command `d8s query`.
struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Answers PromQL from the history, at an instant or over a range.",
        discussion: """
            The language is Prometheus 3's, without native histograms. Times are days
            or instants (2026-11-20, 2026-11-20T02:00:00Z), Unix seconds, or relative
            to now (now-1h). Of samples that are no longer kept, hours or days are
            read, and a warning says so. Where a source names an engine, that server
            answers in the history's place.
            Examples:
              d8s query up
              d8s query 'sum by (job) (rate(hits_total[5m]))' --time now-1h
              d8s query node_load1 --start now-7d --step 1h --format csv > load.csv
              d8s query 'avg(node_load1)' --start 2026-11-01 --format chart > load.svg
              d8s query 'count(up == 0)' --format json
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv, chart
    }

    @Argument(help: "The expression.")
    var expression: String

    @OptionGroup var config: ConfigOptions
    @OptionGroup var times: QueryTimeOptions

    @Option(help: ArgumentHelp("This history instead of the configuration's.", valueName: "file"))
    var history: String?

    @Option(
        help: ArgumentHelp(
            "Ask this source's engine; history for what was collected.",
            valueName: "source"
        )
    )
    var engine: String?

    @Option(help: "How to print it: table, json (as Prometheus' HTTP API), csv or chart (SVG).")
    var format = Form.table

    func run() async throws {
        let session =
            try history.map { try Session(reading: $0, config) } ?? Session(reading: config)
        let now = session.configuration.asOf ?? session.now()
        let zone = session.configuration.zone
        let instant = times.instant(now: now, in: zone)
        let asked = times.range(now: now, in: zone)
        let range = asked ?? (format == .chart ? times.day(before: instant) : nil)
        let engine = try engine(session, until: range?.end ?? instant)
        let answer: QueryAnswer
        do throws(QueryError) {
            if let range {
                answer = try await engine.range(expression, over: range)
            } else {
                answer = try await engine.instant(expression, at: instant)
            }
        } catch {
            guard format == .json else { throw error }
            print(error.json)
            throw ExitCode.failure
        }
        if format != .json { note(answer, session.log) }
        var output = StandardOutput()
        try output.write(try text(answer, range, session))
        try output.flush()
    }

    private func note(_ answer: QueryAnswer, _ log: Logger) {
        for warning in answer.warnings { log.warning("\(TerminalText.line(warning))") }
        for info in answer.infos { log.info("\(TerminalText.line(info))") }
    }

    private func text(
        _ answer: QueryAnswer,
        _ range: QueryRange?,
        _ session: Session
    ) throws -> String {
        switch format {
        case .table: return QueryText(value: answer.value).table
        case .json: return answer.json + "\n"
        case .csv: return QueryText(value: answer.value).csv
        case .chart:
            guard let range, case .matrix(let series) = answer.value else { return "" }
            let chart = QueryChart(
                title: expression,
                range: range,
                series: series,
                format: session.format
            )
            if chart.leftOut > 0 {
                session.log.warning(
                    "Only the \(QueryChart.most) largest of \(series.count) series are drawn."
                )
            }
            return try chart.svg()
        }
    }
}
