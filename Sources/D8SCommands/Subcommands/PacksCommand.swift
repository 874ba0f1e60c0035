import ArgumentParser
import D8SModel

/// The command `d8s packs`.
struct PacksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packs",
        abstract: "Lists the packs: what each watches, and which are at work.",
        discussion: """
            A pack is at work if the history has one of the metrics that it needs. With a name: its
            measures, and the last value of each.
            Examples:
              d8s packs
              d8s packs system --as-of 2026-11-20 --format json
              d8s packs --form
            """
    )

    @Argument(help: "The pack to show; a line for each if none is named.")
    var name: String?

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    @Flag(help: "Print how the file of a pack is written.")
    var form = false

    func run() async throws {
        if form { return print(Resources.packForm, terminator: "") }
        let session = try Session(reading: config)
        let packs = try chosen(from: try PackCatalogue.packs(session.configuration.packs))
        let asOf = report.instant(session.configuration, now: session.now())
        let readings = try await session.pipeline.readings(of: packs, asOf: asOf)
        if name == nil {
            try show(
                packs.map { pack in
                    PackRow(pack, isAtWork: readings.contains { $0.pack.name == pack.name })
                }
            )
        } else {
            try show(readings.flatMap { PackValueRow.all(of: $0, session.format) })
        }
    }

    private func chosen(from packs: [Pack]) throws(CommandError) -> [Pack] {
        guard let name else { return packs }
        let found = packs.filter { $0.name == name }
        guard found.isEmpty else { return found }
        throw .noSuchPack(name: name, nearest: NearestName.of(name, among: packs.map(\.name)))
    }

    private func show<Row: PrintedRow>(_ rows: [Row]) throws {
        print(try PrintedRows(rows).text(format), terminator: "")
    }
}
