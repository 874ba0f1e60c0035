/// How well found changes agree with those of several people (van den Burg & Williams 2020,
/// equations 6 to 9; the definitions of `metrics.py` of TCPDBench).
struct SegmentationScore {
    let f1: Double
    let covering: Double

    init(_ found: [Int], people: [[Int]], count: Int, margin: Int = 5) {
        let found = found.filter { $0 > 0 && $0 < count }
        f1 = Self.f1(found, people, margin)
        covering = Self.covering(found, people, count)
    }

    /// The start of the series counts as a change that everybody found.
    private static func f1(_ found: [Int], _ people: [[Int]], _ margin: Int) -> Double {
        let found = Set(found).union([0])
        let people = people.map { Set($0).union([0]) }
        let anyone = people.reduce(Set()) { $0.union($1) }
        let precision = Double(hits(anyone, found, margin)) / Double(found.count)
        let recalls = people.map { Double(hits($0, found, margin)) / Double($0.count) }
        let recall = recalls.reduce(0, +) / Double(max(1, people.count))
        return 2 * precision * recall / (precision + recall)
    }

    /// True changes with a found one near, none of which counts twice.
    private static func hits(_ truth: Set<Int>, _ found: Set<Int>, _ margin: Int) -> Int {
        var left = found
        return truth.sorted().count { mark in
            let near = left.filter { abs($0 - mark) <= margin }
            let nearest = near.min { (abs($0 - mark), $0) < (abs($1 - mark), $1) }
            if let nearest { left.remove(nearest) }
            return nearest != nil
        }
    }

    private static func covering(_ found: [Int], _ people: [[Int]], _ count: Int) -> Double {
        let mine = segments(found, count)
        let shares = people.map { marks in
            segments(marks, count).reduce(0.0) { sum, segment in
                let best = mine.map { overlap(segment, $0) }.max() ?? 0
                return sum + Double(segment.count) * best
            } / Double(max(1, count))
        }
        return shares.reduce(0, +) / Double(max(1, people.count))
    }

    /// Jaccard's index.
    private static func overlap(_ first: Range<Int>, _ second: Range<Int>) -> Double {
        let common = first.clamped(to: second).count
        return Double(common) / Double(first.count + second.count - common)
    }

    private static func segments(_ marks: [Int], _ count: Int) -> [Range<Int>] {
        let inside = Set(marks).filter { $0 > 0 && $0 < count }.sorted()
        return zip([0] + inside, inside + [count]).map { $0..<$1 }
    }
}
