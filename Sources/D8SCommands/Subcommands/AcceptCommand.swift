import ArgumentParser
import D8SAttention
import D8SHistory
import D8SModel
import Foundation

/// The command `d8s accept`.
struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accepts an item for a while, with a reason, in a file to keep under git.",
        discussion: """
            An accepted item is counted but not shown, until its last day is over. Accepting it
            again replaces what was said before. To take it back, remove it from the file.
            Example:
              d8s accept no-deployment-billing --until 2026-12-01 --owner Ana --reason "Frozen"
            """
    )

    @Argument(help: "The item's id, as `d8s items` and its page show it.")
    var id: String

    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "day"))
    var until: String

    @Option(help: "Who answers for it.")
    var owner: String

    @Option(help: "Why it may stay as it is.")
    var reason: String

    func run() async throws {
        let session = try Session(reading: config)
        let asOf = session.configuration.asOf ?? session.now()
        let day = try lastDay(from: session.configuration.zone.day(of: asOf))
        try await check(isKnown: session, asOf)
        let path = session.configuration.acceptances
        let isThere = FileManager.default.fileExists(atPath: path)
        let text = try AcceptanceReader(path: path).text(
            isThere ? try TextFile.read(path) : "",
            with: Acceptance(item: id, reason: reason, owner: owner, until: day)
        )
        try TextFile.write(text, to: path)
        print("\(id) is accepted until \(day), in \(path)")
    }

    private func lastDay(from today: Day) throws(CommandError) -> Day {
        guard let day = Day(iso8601: until), day >= today else {
            let form = "a day that is not over, such as \(today.adding(days: 14))"
            throw .badArgument(name: "--until", value: until, form: form)
        }
        return day
    }

    /// A slip in an id would accept nothing and say nothing: only what is raised now, or was on an
    /// earlier night, can be accepted.
    private func check(isKnown session: Session, _ asOf: Instant) async throws {
        let attention = try await session.pipeline.attend(asOf: asOf).attention
        let today = session.configuration.zone.day(of: asOf)
        let earlier = try session.history.ledger(before: today.adding(days: 1))
        let known = Set((attention.items + attention.accepted).map(\.id) + earlier.map(\.item))
        guard known.contains(id) else {
            let nearest = NearestName.of(id, among: known.sorted())
            throw CommandError.noSuchItem(id: id, nearest: nearest)
        }
    }
}
