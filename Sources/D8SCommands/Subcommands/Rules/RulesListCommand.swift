import ArgumentParser
import D8SQuery
import D8SSite

/// The command `d8s rules list`.
struct RulesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the rules of files, or of the configuration.",
        discussion: """
            Examples:
              d8s rules list
              d8s rules list --format json rules/*.yml
            """
    )

    @OptionGroup var files: RuleFilesOptions

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        let files = try files.load()
        let rows = files.groups.flatMap { group in group.rules.map { RuleRow($0, in: group) } }
        switch format {
        case .table:
            let lines = AlignedLines.of([RuleRow.columns] + rows.map(\.words))
            for line in lines { print(TerminalText.line(line)) }
        case .json: print(try JSONText.of(rows), terminator: "")
        case .csv:
            print(CSV.text(header: RuleRow.columns, rows: rows.map(\.cells)), terminator: "")
        }
        if let fault = files.faults.first {
            throw CommandError.unreadable(
                file: fault.file,
                reason: fault.reasons.first ?? "see `d8s rules check`"
            )
        }
    }
}
