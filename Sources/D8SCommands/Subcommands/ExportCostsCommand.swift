import ArgumentParser
import D8SHistory
import D8SModel
import D8SSite

/// The command `d8s export costs`.
struct ExportCostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs",
        abstract: "Prints every charge as CSV, with the columns of FOCUS.",
        discussion: """
            The charges of the statements that count, to the last digit, by source, account and
            billing period. What a spreadsheet would take for a formula has an apostrophe before it.
            Examples:
              d8s export costs --since 2026-10-01 --until 2026-10-31 > october.csv
              d8s export costs | gzip > costs.csv.gz
            """
    )

    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp("Charges from this day or instant on.", valueName: "time"))
    var since: AsOf?

    @Option(help: ArgumentHelp("Up to this day or instant, itself included.", valueName: "time"))
    var until: AsOf?

    func run() async throws {
        let session = try Session(reading: config)
        // Charges are of days in UTC, whatever the zone of the pages.
        let from = since?.instant(in: .utc) ?? Instant(milliseconds: -Self.farthest)
        let window = Window(start: from, end: end)
        var output = StandardOutput()
        var text = CostText()
        try session.history.forEachCostLine(in: window) { source, line in
            text.add(source, line)
            if text.csv.bytes.count >= Self.piece { try output.write(text.take()) }
        }
        try output.write(text.take())
        try output.flush()
    }

    /// The instant behind the last one that is meant: all of a day, or the instant itself.
    private var end: Instant {
        switch until {
        case .day(let day): day.adding(days: 1).startInUTC
        case .instant(let instant): instant.adding(seconds: 0.001)
        case nil: Instant(milliseconds: Self.farthest)
        }
    }

    /// Bytes that are kept before they are written.
    private static let piece = 1 << 16

    private static let farthest: Int64 = 1 << 50
}
