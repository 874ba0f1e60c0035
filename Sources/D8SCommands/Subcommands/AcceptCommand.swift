import ArgumentParser
import D8SModel
import Foundation

/// The command `d8s accept`.
struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accepts an item for a while, with a reason, in a file to keep under git.",
        discussion: """
            Example:
              d8s accept no-deployment-billing --until 2026-12-01 --owner Ana --reason "Frozen"
            """
    )

    @Argument(help: "The item's id.")
    var id: String

    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "day"))
    var until: String

    @Option(help: "Who answers for it.")
    var owner: String

    @Option(help: "Why it may stay as it is.")
    var reason: String

    func run() async throws {
        guard let day = Day(iso8601: until) else {
            let form = "a day such as 2026-12-01"
            throw CommandError.badArgument(name: "--until", value: until, form: form)
        }
        let path = try config.load().acceptances
        let reader = AcceptanceReader(path: path)
        let isThere = FileManager.default.fileExists(atPath: path)
        let known = isThere ? try reader.read(try TextFile.read(path)) : []
        let accepted = Acceptance(item: id, reason: reason, owner: owner, until: day)
        let kept = known.filter { $0.item != id } + [accepted]
        try TextFile.write(AcceptanceReader.text(kept), to: path)
        print("\(id) is accepted until \(day), in \(path)")
    }
}
