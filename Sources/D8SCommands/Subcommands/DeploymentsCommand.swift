import ArgumentParser
import D8SModel
import D8SSite

/// The command `d8s deployments`.
struct DeploymentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deployments",
        abstract: "Lists every deployment with its direction, changes, lead times and outcome.",
        discussion: """
            The values are those of the pages, for any period; times are in seconds. What happened
            after the as-of instant is not known yet: neither a deployment nor a recovery.
            Examples:
              d8s deployments --service checkout --since 2026-11-01
              d8s deployments --since 2026-10-01 --until 2026-11-01 --format csv > october.csv
              d8s deployments --format json | jq '.[] | select(.direction == "rollback")'
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Only this service.")
    var service: String?

    @Option(
        help: ArgumentHelp(
            "Finished on this day (or at this instant) or later; by default from the first on.",
            valueName: "time"
        )
    )
    var since: AsOf?

    @Option(
        help: ArgumentHelp(
            "Finished before this day (or instant); by default up to the as-of instant.",
            valueName: "time"
        )
    )
    var until: AsOf?

    @Option(help: "How to print it: table, json or csv.")
    var format = OutputFormat.table

    func run() async throws {
        let session = try Session(reading: config)
        let zone = session.configuration.zone
        let asOf = report.instant(session.configuration, now: session.now())
        let period = Window(
            start: since?.instant(in: zone) ?? Instant(milliseconds: .min),
            end: until?.instant(in: zone) ?? Instant(milliseconds: .max)
        )
        let services = try session.pipeline.deployments(
            in: period,
            asOf: asOf,
            service: service
        )
        let file = DeploymentsFile(services, finishedIn: period)
        switch format {
        case .table:
            let table = DeploymentsTable(
                services: services,
                period: period,
                format: session.format
            )
            print(TerminalText.of(table.text), terminator: "")
        case .json: print(file.json, terminator: "")
        case .csv: print(file.csv, terminator: "")
        }
    }
}
