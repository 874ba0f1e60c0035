import ArgumentParser

/// The command `d8s nightly`.
struct NightlyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Collects, analyses, renders and publishes: the job for every night.",
        discussion: """
            The edition is published whatever sources fail: the methods page
            names what failed, and a source that is late is an item. Exit status
            1 says that a source failed.
            Examples:
              d8s nightly
              d8s nightly --config /srv/reports/d8s.yaml --output /var/www/reports --quiet
            """
    )

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var site: SiteOptions

    func run() async throws {
        let session = try Session(config)
        let reservation = try session.reserve(site)
        let failed = try await session.collect(session.configuration.sources)
        try session.prune()
        let asOf = report.instant(session.configuration, now: session.now())
        try await session.publish(asOf: asOf, site: site, under: reservation)
        try session.check(failed: failed, of: session.configuration.sources.count)
        try session.checkAcceptances()
    }
}
