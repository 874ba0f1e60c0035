import ArgumentParser
import D8SAnalysis
import D8SModel

/// The command `d8s dora`.
struct DoraCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dora",
        abstract: "Prints DORA's five metrics of each service, with sample sizes and intervals.",
        discussion: """
            Examples:
              d8s dora
              d8s dora --service checkout --window 28d --as-of 2026-11-20
              d8s dora --format json > dora.json
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Only this service.")
    var service: String?

    @Option(help: ArgumentHelp("Full days to look back on.", valueName: "90d"))
    var window: String?

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        var session = try Session(reading: config)
        if let window {
            guard let days = DeliveryOptions.windowDays(window) else {
                throw CommandError.badArgument(name: "--window", value: window, form: "7d to 730d")
            }
            session.configuration.policy.windowDays = days
        }
        let asOf = report.instant(session.configuration, now: session.now())
        let delivery = try session.pipeline.analyse(asOf: asOf, service: service)
        print(text(delivery, session.format), terminator: "")
    }

    private func text(_ delivery: DeliveryReport, _ words: Format) -> String {
        switch format {
        case .table: TerminalText.of(DoraTable(report: delivery, format: words).text)
        case .json: DoraAnswer(report: delivery).json
        case .csv: DoraAnswer(report: delivery).csv
        }
    }
}
