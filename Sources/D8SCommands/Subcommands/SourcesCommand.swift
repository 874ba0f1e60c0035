import ArgumentParser
import D8SHistory
import D8SModel
import D8SSite

/// The command `d8s sources`.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Shows what was collected, when, and what went wrong.",
        discussion: "Example: d8s sources --format json"
    )

    @OptionGroup var config: ConfigOptions

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        let session = try Session(reading: config)
        let sources = try session.history.sources()
        switch format {
        case .table:
            let table = SourceTable(sources: sources, format: session.format)
            print(TerminalText.of(table.text), terminator: "")
        case .json: print(try JSONText.of(sources.map(SourceRow.init)), terminator: "")
        case .csv:
            print(
                CSV.text(header: SourceRow.columns, rows: sources.map { SourceRow($0).cells }),
                terminator: ""
            )
        }
    }
}
