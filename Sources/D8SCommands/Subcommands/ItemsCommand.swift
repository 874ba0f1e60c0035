import ArgumentParser
import D8SAttention
import D8SModel
import D8SSite

/// The command `d8s items`.
struct ItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "Lists what needs attention, ranked.",
        discussion: """
            Exit status 0 says that the list could be made, whether or not it is empty; 1 that the
            file of accepted items could not be read, so that all items are listed.
            Examples:
              d8s items
              d8s items --as-of 2026-11-20 --format json
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    @Flag(help: "Accepted items too.")
    var accepted = false

    func run() async throws {
        let session = try Session(reading: config)
        let asOf = report.instant(session.configuration, now: session.now())
        let night = try await session.pipeline.attend(asOf: asOf)
        session.pipeline.noteAcceptances(night.attention)
        let items = night.attention.items + (accepted ? night.attention.accepted : [])
        switch format {
        case .table:
            let table = ItemTable(items: items, proof: night.proof)
            print(TerminalText.of(table.text), terminator: "")
        case .json: print(try JSONText.of(items.map(ItemRow.init)), terminator: "")
        case .csv:
            print(
                CSV.text(header: ItemRow.columns, rows: items.map { ItemRow($0).cells }),
                terminator: ""
            )
        }
        try session.checkAcceptances()
    }
}
