import ArgumentParser
import D8SHistory
import D8SModel
import Logging

/// The command `d8s history`.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Shows what is kept and what it takes: sizes, series, coverage and gaps.",
        discussion: """
            Samples are kept for `keep_samples` (90 days unless the configuration says otherwise),
            after that as rollups by the hour (for `keep_hourly`) and by the day (for ever).
            `d8s collect` and `d8s nightly` do this by themselves.
            Examples:
              d8s history
              d8s history --format json
              d8s history --prune --vacuum
              d8s history forget-costs --source import:costs --currency EUR
            """,
        subcommands: [ForgetCostsCommand.self]
    )

    @OptionGroup var config: ConfigOptions

    @Flag(help: "Roll up and drop now what is too old.")
    var prune = false

    @Flag(help: "Give the space that is free in the file back to the disk.")
    var vacuum = false

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        if prune || vacuum { try tidy(Session(config)) }
        let session = try Session(reading: config)
        let statistics = try session.history.statistics()
        switch format {
        case .table:
            let table = HistoryTable(statistics: statistics, format: session.format)
            print(TerminalText.of(table.text), terminator: "")
        case .json: print(try JSONText.of(HistoryAnswer(statistics)), terminator: "")
        case .csv: print(HistoryAnswer(statistics).csv, terminator: "")
        }
    }

    private func tidy(_ session: Session) throws {
        if prune { try session.prune() }
        if vacuum { try session.history.vacuum() }
    }
}
