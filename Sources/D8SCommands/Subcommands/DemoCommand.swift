import ArgumentParser
import D8SCollect
import D8SHistory
import D8SModel
import Foundation

/// The command `d8s demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes the history of an invented organisation, with faults planted in it.",
        discussion: """
            Writes history.sqlite and a d8s.yaml whose as_of is the demo's end, and lists the
            faults that the report has to find. The same arguments give the same history.
            Examples:
              d8s demo && d8s nightly --config demo/d8s.yaml
              d8s demo --services 200 --days 1000 --seed 7 --directory /tmp/large
            """
    )

    @Option(help: ArgumentHelp("Where to write it.", valueName: "dir"))
    var directory = "demo"

    @Option(help: "How many services, 1 to 10000.")
    var services = 12

    @Option(help: "How many days, 30 to 20000.")
    var days = 400

    @Option(help: "Another seed gives another history.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var end = "2026-11-19"

    @Flag(help: "Make it anew if it is there.")
    var force = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        guard (1...10_000).contains(services) else {
            throw ValidationError("--services has to be 1 to 10000, not \(services).")
        }
        guard (30...20_000).contains(days) else {
            throw ValidationError("--days has to be 30 to 20000, not \(days).")
        }
        guard Day(iso8601: end) != nil else {
            throw ValidationError("--end has to be a day such as 2026-11-19, not \(end).")
        }
    }

    func run() async throws {
        guard let lastDay = Day(iso8601: end) else { return }
        let folder = FilePath.absolute(directory, in: FileManager.default.currentDirectoryPath)
        let asOf = Zone.utc.start(of: lastDay.adding(days: 1)).adding(seconds: 2 * 3600)
        try prepare(folder)
        let organisation = DemoOrganisation(
            services: services,
            days: days,
            seed: seed,
            end: lastDay
        )
        try TextFile.write(Self.configurationText(asOf: asOf), to: folder + "/d8s.yaml")
        try await fill(folder + "/history.sqlite", from: organisation, asOf: asOf)
        print("Planted faults, which the report has to find:")
        for plant in organisation.plants { print("  \(plant.service): \(plant.sentence)") }
        print("Next: d8s nightly --config \(directory)/d8s.yaml")
    }

    private func fill(
        _ path: String,
        from organisation: DemoOrganisation,
        asOf: Instant
    ) async throws {
        let history = try History(at: path)
        let collection = Collection(history: history, log: Progress.logger(quiet: quiet)) { asOf }
        let demo = SourceConfiguration(name: "demo", interval: 86_400, collector: organisation)
        let report = try await collection.collect(demo)
        guard report != nil else { throw ExitCode.failure }
    }

    /// Makes the folder; with `force`, takes an old demo away, but never another history.
    private func prepare(_ folder: String) throws {
        let files = FileManager.default
        let configuration = folder + "/d8s.yaml", history = folder + "/history.sqlite"
        let isDemo = (try? TextFile.read(configuration))?.hasPrefix(Self.firstLine) ?? false
        for path in [configuration, history] where files.fileExists(atPath: path) {
            guard isDemo else { throw CommandError.foreign(file: path) }
            guard force else { throw CommandError.exists(file: path) }
        }
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for path in ["", "-wal", "-shm"].map({ history + $0 })
            where files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
        } catch {
            throw CommandError.unwritable(file: folder, reason: TextFile.reason(of: error))
        }
    }

    private static let firstLine = "# A demo: its history does not grow, so the report is always"

    private static func configurationText(asOf: Instant) -> String {
        """
        \(firstLine) about its last night.
        organisation: Acme Retail
        as_of: \(asOf)
        targets:
          "*": {change_fail_rate: 15%}

        """
    }
}
