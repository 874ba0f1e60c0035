import ArgumentParser
import D8SModel
import Logging

/// The command `d8s collect`.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Brings what every source of the configuration has into the history.",
        discussion: """
            A source that fails never stops the others; its failure is recorded, shown by
            `d8s sources` and becomes an item when it is late. Exit status 1 says that one
            failed. With --watch each source is read at its own interval (`every`) until the
            process is asked to end (SIGTERM, or Control-C).
            Examples:
              d8s collect --config /srv/reports/d8s.yaml
              d8s collect scrape:node/db1:9100
              d8s collect --watch --quiet
            """
    )

    @Argument(help: "Sources to collect from; all if none is named.")
    var sources: [String] = []

    @OptionGroup var config: ConfigOptions

    @Flag(help: "Keep collecting, each source at its interval.")
    var watch = false

    func run() async throws {
        let session = try Session(config)
        let chosen = try session.configuration.sources(named: sources)
        guard watch else {
            let failed = try await session.collect(chosen)
            return try session.check(failed: failed, of: chosen.count)
        }
        session.log.info("Collecting from \(chosen.count) sources until asked to end")
        try await Termination.run { try await session.watch(chosen) }
        session.log.info("Ended as asked")
    }
}
