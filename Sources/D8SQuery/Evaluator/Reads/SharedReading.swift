internal import D8SModel

/// Reads the same series once for several questions.
struct SharedReading {
    let storage: any SampleStorage
    let settings: EngineSettings
    private var reads: [Int: Set<SampleRead>] = [:]

    init(storage: any SampleStorage, settings: EngineSettings) {
        self.storage = storage
        self.settings = settings
    }

    /// Takes what the question of a number reads.
    mutating func add(_ number: Int, _ reads: [SampleRead]) { self.reads[number] = Set(reads) }

    /// The questions, in order, those together that have a selector in common: only what these
    /// share has to be in memory at a time.
    var parts: [[Int]] {
        var waiting = reads.keys.sorted()
        var parts: [[Int]] = []
        while let first = waiting.first {
            var selectors: Set<[LabelMatcher]> = []
            var part = [first]
            var count = 0
            while count < part.count {
                selectors.formUnion(part[count...].flatMap(matchers))
                count = part.count
                part += waiting.filter { number in
                    !part.contains(number) && !selectors.isDisjoint(with: matchers(number))
                }
            }
            waiting.removeAll(where: part.contains)
            parts.append(part)
        }
        return parts
    }

    private func matchers(_ number: Int) -> [[LabelMatcher]] {
        (reads[number] ?? []).map(\.matchers)
    }

    /// What several reads of these questions come to that are of the same series and time.
    ///
    /// Where anything is amiss nothing is known: each question finds that out for itself.
    func read(_ part: [Int]) -> [SampleRead: SamplePass] {
        var known: [SampleRead: SamplePass] = [:]
        let all = Set(part.flatMap { reads[$0] ?? [] })
        for reads in Dictionary(grouping: all, by: \.matchers).values {
            for together in Self.overlapping(reads) where together.count > 1 {
                for (read, pass) in (try? passes(of: together)) ?? [] { known[read] = pass }
            }
        }
        return known
    }

    /// The reads of one selector, those together whose times overlap.
    private static func overlapping(_ reads: [SampleRead]) -> [[SampleRead]] {
        var groups: [(reads: [SampleRead], end: Int64)] = []
        for read in reads.sorted(by: { $0.from < $1.from }) {
            if let last = groups.last, read.from <= last.end {
                groups[groups.count - 1].reads.append(read)
                groups[groups.count - 1].end = max(last.end, read.to)
            } else {
                groups.append(([read], read.to))
            }
        }
        return groups.map(\.reads)
    }

    /// Nothing if something is damaged: whether a question meets it is not known here.
    private func passes(of reads: [SampleRead]) throws -> [(SampleRead, SamplePass)] {
        guard let first = reads.first else { return [] }
        let budget = SampleBudget(most: settings.mostSamples)
        var groups = try Dictionary(grouping: reads, by: \.windows).values.map { reads in
            try PassGroup(reads, budget)
        }
        let damage = try storage.forEachSeries(
            SeriesSelector(first.matchers),
            from: Instant(milliseconds: reads.map(\.from).min() ?? 0),
            to: Instant(milliseconds: reads.map(\.to).max() ?? 0)
        ) { series, times, values in
            for number in groups.indices { try groups[number].take(series, times, values) }
        }
        return damage.isEmpty ? groups.flatMap(\.all) : []
    }
}
