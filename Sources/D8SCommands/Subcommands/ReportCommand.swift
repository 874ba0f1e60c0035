import ArgumentParser

/// The command `d8s report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes and publishes the edition from the history as it is.",
        discussion: """
            Examples:
              d8s report --as-of 2026-11-20
              d8s report --all --output /tmp/site
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var site: SiteOptions

    func run() async throws {
        let session = try Session(config.loadForHistory(), quiet: config.quiet)
        let reservation = try session.reserve(site)
        let asOf = report.instant(session.configuration, now: session.now())
        try await session.publish(asOf: asOf, site: site, under: reservation)
        try session.checkAcceptances()
    }
}
