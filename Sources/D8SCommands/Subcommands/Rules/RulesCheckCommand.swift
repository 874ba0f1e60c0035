import ArgumentParser
import D8SQuery

/// The command `d8s rules check`.
struct RulesCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Proves rule files: their keys, expressions and templates.",
        discussion: """
            Every mistake is named with its file, line and column. Exit status 1 says that a file
            cannot be used; rules of one name and the same labels are noted, and are mistakes
            with --strict.
            Examples:
              d8s rules check rules/*.yml
              d8s rules check --strict kube-prometheus/manifests
            """
    )

    @OptionGroup var files: RuleFilesOptions

    @Flag(help: "Rules of one name and the same labels are mistakes, too.")
    var strict = false

    func run() async throws {
        let files = try files.load()
        for file in files.files where !files.faults.contains(where: { $0.file == file }) {
            let groups = files.groups.filter { $0.file == file }
            let count = groups.map(\.rules.count).reduce(0, +)
            let words = "\(Self.count(count, "rule")) in \(Self.count(groups.count, "group"))"
            print(TerminalText.line("\(file): \(words), no mistake"))
        }
        let duplicates = RuleDuplicates.lines(files.groups)
        for line in duplicates { print(TerminalText.line(line)) }
        for line in files.faults.flatMap(\.lines) { print(TerminalText.line(line)) }
        let failed = files.faults.count
        guard failed == 0, !strict || duplicates.isEmpty else { throw ExitCode.failure }
    }

    private static func count(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
