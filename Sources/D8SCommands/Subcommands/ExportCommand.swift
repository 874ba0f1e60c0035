import ArgumentParser

/// The command `d8s export`.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Gives what was collected to any other tool.",
        subcommands: [ExportSamplesCommand.self, ExportCostsCommand.self]
    )
}
