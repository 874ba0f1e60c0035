package import ArgumentParser

/// The `d8s` program.
package struct D8SCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "d8s",
        abstract: "Collects operations history by night and publishes only what needs attention.",
        discussion: """
            Begin in a git repository with release tags:
              d8s init
              d8s nightly
            and open output/index.html.
            """,
        version: "d8s " + Version.current,
        subcommands: [
            BenchChartsCommand.self, BenchExpositionCommand.self, BenchSamplesCommand.self,
            BenchTrendsCommand.self, BenchNightsCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "Every night",
                subcommands: [
                    NightlyCommand.self, CollectCommand.self, ReportCommand.self,
                ]
            ),
            CommandGroup(
                name: "To begin",
                subcommands: [
                    InitCommand.self, CheckCommand.self, ImportCommand.self, DemoCommand.self,
                ]
            ),
            CommandGroup(
                name: "To ask",
                subcommands: [
                    QueryCommand.self, TrendCommand.self, PredictCommand.self,
                    BacktestCommand.self, DoraCommand.self, CostCommand.self,
                    DeploymentsCommand.self,
                    ItemsCommand.self,
                    ExplainCommand.self,
                    AcceptCommand.self, SourcesCommand.self, RulesCommand.self, PacksCommand.self,
                    HistoryCommand.self,
                    ExportCommand.self,
                ]
            ),
        ]
    )

    package init() {}

    /// Runs the program with the arguments of this process, and ends it.
    package static func start() async {
        await main()
    }
}
