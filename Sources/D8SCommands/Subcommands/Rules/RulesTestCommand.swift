import ArgumentParser
import D8SQuery
import Foundation

/// The command `d8s rules test`.
struct RulesTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs unit tests of rules, in the form of `promtool test rules`.",
        discussion: """
            What differs is shown: `-` is expected and missing, `+` is there and not expected.
            Exit status 1 says that a test did not pass.
            Example: d8s rules test tests/*.yml
            """
    )

    @Argument(help: "Files of tests.")
    var files: [String]

    func run() async throws {
        var failed = false
        for file in files {
            let path = FilePath.absolute(file, in: FileManager.default.currentDirectoryPath)
            let outcome = await RuleTestOutcome.of(path)
            for line in outcome.lines { print(TerminalText.line(line)) }
            failed = failed || !outcome.passed
        }
        if failed { throw ExitCode.failure }
    }
}
