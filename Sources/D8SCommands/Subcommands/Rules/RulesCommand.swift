import ArgumentParser

/// The command `d8s rules`.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Checks, tests and lists Prometheus' rule files.",
        discussion: """
            Alerting and recording rules are used as they are: files for Prometheus, and
            PrometheusRule objects of its operator. Those under `rules:` in the configuration
            are evaluated for each report; what they would have fired becomes items.
            Examples:
              d8s rules check rules/*.yml
              d8s rules test tests/*.yml
              d8s rules list
            """,
        subcommands: [RulesCheckCommand.self, RulesTestCommand.self, RulesListCommand.self]
    )
}
