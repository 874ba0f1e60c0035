/// Counts the samples of a series that were due between its first and its last one.
struct DueSamples {
    /// The usual time between two samples in milliseconds, above 0.
    let step: Double
    private(set) var count = 0
    private(set) var due = 0
    private var last: Int64?

    init(step: Double) {
        self.step = step
    }

    /// Adds a chunk; they come in order of time.
    mutating func add(_ chunk: StoredChunk) {
        count += chunk.count
        due += max(chunk.count, steps(chunk.first, chunk.last) + 1)
        if let last { due += max(0, steps(last, chunk.first) - 1) }
        last = chunk.last
    }

    /// Whether samples are missing inside a chunk.
    func isMissing(in chunk: StoredChunk) -> Bool {
        steps(chunk.first, chunk.last) + 1 > chunk.count
    }

    /// Whether this is more than the time between two samples.
    func isGap(_ start: Int64, _ end: Int64) -> Bool {
        Double(end) - Double(start) > 2 * step
    }

    private func steps(_ start: Int64, _ end: Int64) -> Int {
        // A chunk's times lie within 2^50 of 1970, and those of others are clamped.
        let steps = ((Double(end) - Double(start)) / step).rounded()
        return Int(min(max(steps, 0), 0x1p40))
    }
}
