import D8SModel

/// A sample of what a night looked at, each series as likely to be in it (algorithm R; Vitter 1985,
/// "Random Sampling with a Reservoir").
struct TrendSample: Sendable {
    private(set) var lines: [(look: TrendLook, line: MeasureReading.Line)] = []
    private var random: Xoshiro
    private var seen = 0

    init(seed: UInt64) {
        random = Xoshiro(seed: seed)
    }

    mutating func add(_ line: MeasureReading.Line, _ look: TrendLook) {
        seen += 1
        guard lines.count >= TrendSelfTest.most else { return lines.append((look, line)) }
        let place = random.below(seen)
        if place < lines.count { lines[place] = (look, line) }
    }
}
