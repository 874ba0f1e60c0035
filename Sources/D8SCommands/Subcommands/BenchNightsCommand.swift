import ArgumentParser
import D8SAnalysis
import D8SModel
import Foundation

/// The hidden command `d8s bench-nights`: how often the nightly look at trends is wrong on healthy
/// series, and how soon it shows a planted change, for `make bench-truth`.
struct BenchNightsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-nights",
        abstract: "Judges made series night after night, and prints what would have been shown.",
        discussion: "healthy: kind, series, nights, items, new items; planted: change, kind, "
            + "series, shown, median nights; spend: organisations, services, nights, items, new "
            + "items.",
        shouldDisplay: false
    )

    enum Work: String, CaseIterable, ExpressibleByArgument {
        case healthy, planted, spend
    }

    @Argument(help: "healthy, planted or spend.")
    var work: Work

    @Option(help: "Series that a night looks at.")
    var series = 700

    @Option(help: "Nights.")
    var nights = 365

    @Option(help: "Series of each kind with a planted change.")
    var planted = 25

    @Option(help: "Where the generator begins.")
    var seed = 1

    @Flag(help: "Tell each item as it is shown.")
    var each = false

    func run() async throws {
        switch work {
        case .healthy: await healthy()
        case .spend: await spend()
        case .planted: for change in PlantedChange.allCases { await plant(change) }
        }
    }

    private func healthy() async {
        let kinds = MadeSeries.Kind.allCases
        var made = MadeNights(kinds, series: series, seed: seed)
        var tally: [MadeSeries.Kind: (items: Int, new: Int)] = [:]
        var before: Set<String> = []
        for night in 0..<nights {
            let shown = await made.shown(0..<series)
            var now: Set<String> = []
            for (number, rule) in shown {
                let kind = made.kind(of: number)
                let isNew =
                    now.insert("\(number) \(rule)").inserted
                    && !before.contains("\(number) \(rule)")
                tally[kind, default: (0, 0)].items += 1
                tally[kind, default: (0, 0)].new += isNew ? 1 : 0
                if each { print("# night \(night) \(kind.rawValue) \(number) \(rule)") }
            }
            before = now
            made.advance()
        }
        for kind in kinds {
            let (items, new) = tally[kind] ?? (0, 0)
            let count = (0..<series).count { made.kind(of: $0) == kind }
            print("healthy\t\(kind.rawValue)\t\(count)\t\(nights)\t\(items)\t\(new)")
        }
    }

    /// Organisations of 20 services each, that are a night's series together.
    private func spend() async {
        let made = MadeSpend(
            organisations: max(1, series / 20),
            services: 20,
            nights: nights,
            seed: seed
        )
        var before: Set<String> = [], items = 0, new = 0
        for night in 0..<nights {
            let shown = await made.shown(on: night).map { shown in
                "\(shown.organisation) \(shown.part.name ?? "whole")"
            }
            items += shown.count
            new += shown.count { !before.contains($0) }
            if each { for one in shown { print("# night \(night) \(one)") } }
            before = Set(shown)
        }
        print("spend\t\(max(1, series / 20))\t\(made.services)\t\(nights)\t\(items)\t\(new)")
    }

    /// Each series is judged by itself, among as many as a night looks at.
    private func plant(_ change: PlantedChange) async {
        for kind in MadeSeries.Kind.allCases where change != .season || kind == .seasonal {
            var made = MadeNights([kind], series: planted, seed: seed + 1)
            var first = [Int?](repeating: nil, count: planted)
            for night in 0..<28 where first.contains(nil) {
                made.advance { change.applied(to: $1, of: kind, night: night) }
                for number in first.indices where first[number] == nil {
                    let shown = await made.shown([number], others: series - 1)
                    if !shown.isEmpty { first[number] = night + 1 }
                }
            }
            let nights = first.map { $0 ?? 999 }.sorted()
            let found = first.compactMap(\.self).count
            let median = nights[nights.count / 2]
            print(
                "planted\t\(change.name)\t\(kind.rawValue)\t\(planted)\t\(found)\t"
                    + (median > 28 ? "-" : "\(median)")
            )
        }
    }
}
