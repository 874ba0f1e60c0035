import ArgumentParser

/// The command `d8s collect`.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Brings what every source of the configuration has into the history.",
        discussion: """
            A source that fails never stops the others; its failure is recorded, shown by
            `d8s sources` and becomes an item when it is late. Exit status 1 says that one
            failed.
            Example: d8s collect --config /srv/reports/d8s.yaml
            """
    )

    @OptionGroup var config: ConfigOptions

    func run() async throws {
        let session = try Session(config)
        try session.check(failed: try await session.collect())
    }
}
