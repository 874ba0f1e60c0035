import ArgumentParser
import D8SAttention
import D8SModel

/// The command `d8s explain`.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Recomputes one item from the history and shows how it came about.",
        discussion: "Example: d8s explain change-fail-rate-worse-checkout --as-of 2026-11-20"
    )

    @Argument(help: "The item's id, as `d8s items` and its page show it.")
    var id: String

    @OptionGroup var config: ConfigOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let session = try Session(reading: config)
        let asOf = report.instant(session.configuration, now: session.now())
        let attention = try await session.pipeline.attend(asOf: asOf).attention
        let all = attention.items + attention.accepted
        guard let item = all.first(where: { $0.id == id }) else {
            let nearest = NearestName.of(id, among: all.map(\.id))
            throw CommandError.noSuchItem(id: id, nearest: nearest)
        }
        let explanation = Explanation(item: item, format: session.format)
        print(TerminalText.of(explanation.text), terminator: "")
    }
}
