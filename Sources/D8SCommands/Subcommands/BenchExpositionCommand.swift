import ArgumentParser
import D8SCollect
import D8SHistory
import D8SModel
import Foundation

/// The hidden command `d8s bench-exposition`: reads an exposition for the first time and again,
/// stores it, or reads mutated ones; for `make bench` and by hand.
struct BenchExpositionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-exposition",
        abstract: "Reads expositions over and over, stores what they say, or reads mutated ones.",
        shouldDisplay: false
    )

    enum Work: String, CaseIterable, ExpressibleByArgument {
        case first, known, store, fuzz
    }

    @Argument(help: "first (each time anew), known (again and again), store, or fuzz.")
    var work: Work

    @Argument(help: "Pages; those that end with # EOF are read as OpenMetrics, by its rules.")
    var pages: [String]

    @Option(help: "How often each page is read, beside once before.")
    var rounds = 10

    @Option(help: "The history that is written to.")
    var history = "exposition.sqlite"

    @Option(help: "How long to read mutated pages.")
    var seconds = 600.0

    @Option(help: "What the mutations begin from.")
    var seed: UInt64 = 1

    func run() throws {
        let bytes = try pages.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
        guard work != .fuzz else { return try fuzz(bytes) }
        for (page, bytes) in zip(pages, bytes) {
            let reading = try ExpositionReading(bytes)
            let outcome =
                switch work {
                case .first: try reading.first(rounds)
                case .store: try reading.stored(rounds, in: history)
                default: try reading.known(rounds)
                }
            let speed = Double(bytes.count) / outcome.seconds / 1e6
            print("\(page): \(bytes.count) bytes, \(outcome.samples) samples, \(Int(speed)) MB/s")
            print("cpu \(outcome.seconds)")
        }
    }

    /// Reads mutated pages; ends with an error if one is read otherwise in pieces than whole.
    private func fuzz(_ pages: [[UInt8]]) throws {
        var fuzz = ExpositionFuzz(pages, seed: seed)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while clock.now < end { try fuzz.step() }
        print("\(fuzz.count) mutated pages, \(fuzz.size) bytes, \(fuzz.refused) of them refused")
        print("slowest: \(fuzz.slowest) ns a byte")
    }
}
