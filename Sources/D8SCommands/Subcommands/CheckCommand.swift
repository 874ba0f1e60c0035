import ArgumentParser
import D8SCollect
import D8SModel
import D8SQuery

/// The command `d8s check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Proves a configuration: its syntax, its secrets, and each source reached.",
        discussion: """
            Reads each source once as `d8s collect` would, keeps nothing, and says what it would
            bring. Nothing is written. Exit status 1 says that something has to be mended.
            Examples:
              d8s check
              d8s check --offline --config /srv/reports/d8s.yaml
              d8s check scrape:node/db1:9100
            """
    )

    @Argument(help: "Sources to check; all if none is named.")
    var sources: [String] = []

    @OptionGroup var config: ConfigOptions

    @Flag(help: "Look at the configuration and the secrets only; reach no source.")
    var offline = false

    func run() async throws {
        let session = try Session(reading: config)
        let chosen = try session.configuration.sources(named: sources)
        let path = TerminalText.line(session.configuration.path)
        print("\(path): \(chosen.count) \(chosen.count == 1 ? "source" : "sources"), no mistake")
        let packs = try PackCatalogue.packs(session.configuration.packs)
        print("\(packs.count) packs, no mistake")
        try checkRules(of: session.configuration)
        var failed = 0
        for source in chosen where try await !isFine(source, in: session) { failed += 1 }
        guard failed == 0 else { throw CommandError.checkFailed(failed: failed, of: chosen.count) }
    }

    /// Prints how many rules there are.
    ///
    /// - Throws: `CommandError.unusableRules` with every mistake.
    private func checkRules(of configuration: Configuration) throws(CommandError) {
        guard !configuration.rules.isEmpty else { return }
        let files = RuleFiles(configuration.rules, in: FilePath.folder(of: configuration.path))
        guard files.faults.isEmpty else { throw .unusableRules(files.faults) }
        let count = files.groups.map(\.rules.count).reduce(0, +)
        print("\(count) \(count == 1 ? "rule" : "rules"), no mistake")
    }

    /// Prints what there is to say about a source; false if it has to be mended.
    private func isFine(_ source: SourceConfiguration, in session: Session) async throws -> Bool {
        let missing = source.collector.secrets.compactMap(\.fault)
        for line in missing { say(source, "FAILED  \(line)") }
        for line in source.collector.secrets.compactMap(\.exposure) { say(source, "note  \(line)") }
        guard missing.isEmpty, !offline else { return missing.isEmpty }
        let clock = session
        let collection = Collection(history: session.history, log: session.log) { clock.now() }
        let answer = await Check(occasion: try collection.occasion(of: source)).run(source)
        for line in CheckWords(answer: answer).lines { say(source, line) }
        return answer.error == nil && answer.report?.rejected ?? 0 == 0
    }

    private func say(_ source: SourceConfiguration, _ line: String) {
        print(TerminalText.line("  \(source.name): \(line)"))
    }
}
