import ArgumentParser
import D8SHistory
import D8SModel
import D8SSite
import Logging

/// The command `d8s export samples`.
struct ExportSamplesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samples",
        abstract: "Prints the samples of series as OpenMetrics, CSV or JSON Lines.",
        discussion: """
            Every sample as it was collected, one series after the other; with --resolution the
            hourly or daily rollups (as CSV). A marker that a series has ended is left out.
            Examples:
              d8s export samples --metric up --since 2026-11-01
              d8s export samples --label job=node --format csv > node.csv
              d8s export samples | gzip > all.om.gz
              d8s export samples --metric node_load1 --resolution day
            """
    )

    @OptionGroup var config: ConfigOptions

    @Option(help: "Only this metric.")
    var metric: String?

    @Option(help: ArgumentHelp("Only series with this label.", valueName: "name=value"))
    var label: [String] = []

    @Option(help: ArgumentHelp("From this day or instant on.", valueName: "time"))
    var since: AsOf?

    @Option(help: ArgumentHelp("Up to this day or instant, itself included.", valueName: "time"))
    var until: AsOf?

    @Option(help: "Every sample (raw), or rollups by hour or by day.")
    var resolution = Resolution.raw

    @Option(help: "How to print raw samples: openmetrics, csv or jsonl.")
    var format = SampleText.Form.openmetrics

    enum Resolution: String, CaseIterable, ExpressibleByArgument {
        case raw, hour, day
    }

    func run() async throws {
        let session = try Session(reading: config)
        let zone = session.configuration.zone
        let from = since?.instant(in: zone) ?? Instant(milliseconds: -Self.farthest)
        let until = until?.instant(in: zone) ?? Instant(milliseconds: Self.farthest)
        var output = StandardOutput()
        let damaged: [HistoryError]
        switch resolution {
        case .raw: damaged = try samples(session.history, from, until, &output)
        case .hour: damaged = try rollups(session.history, .hour, from, until, &output)
        case .day: damaged = try rollups(session.history, .day, from, until, &output)
        }
        try output.flush()
        for error in damaged { session.log.error("\(error)") }
        guard damaged.isEmpty else { throw ExitCode.failure }
    }

    private func samples(
        _ history: History,
        _ from: Instant,
        _ until: Instant,
        _ output: inout StandardOutput
    ) throws -> [HistoryError] {
        let text = SampleText(form: format)
        try output.write(text.head)
        let damaged = try history.forEachSeries(try selection(), from: from, to: until) {
            series,
            columns in try output.write(text.lines(series, columns))
        }
        try output.write(text.foot)
        return damaged
    }

    private func rollups(
        _ history: History,
        _ resolution: RollupResolution,
        _ from: Instant,
        _ until: Instant,
        _ output: inout StandardOutput
    ) throws -> [HistoryError] {
        try output.write(RollupText.head)
        return try history.forEachRollup(
            try selection(),
            resolution: resolution,
            from: from,
            to: until
        ) { series, columns, range in
            for rollup in range { try output.write(RollupText.line(series, columns[rollup])) }
        }
    }

    private func selection() throws(CommandError) -> SeriesSelection {
        let wanted = try label.map { text throws(CommandError) in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                throw .badArgument(name: "--label", value: text, form: "name=value")
            }
            return Label(String(parts[0]), String(parts[1]))
        }
        return SeriesSelection(metric: metric) { series in
            wanted.allSatisfy { series.value(of: $0.name) == $0.value }
        }
    }

    /// Milliseconds on both sides of 1970 within which all samples lie.
    private static let farthest: Int64 = 1 << 50
}

extension SampleText.Form: ExpressibleByArgument {}
