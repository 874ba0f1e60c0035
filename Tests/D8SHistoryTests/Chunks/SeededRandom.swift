/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// A length of a chunk, those around the ends of blocks more often than others.
    mutating func count() -> Int {
        let edges = [1, 2, 3, 127, 128, 129, 130, 256, 257, 258, 4095, 4096]
        return Bool.random(using: &self)
            ? edges.randomElement(using: &self) ?? 1 : Int.random(in: 1...700, using: &self)
    }

    mutating func times(_ count: Int) -> [Int64] {
        let limits: [Int64] = [1, 2, 10, 15_000, 1 << 20, 1 << 37]
        let limit = limits.randomElement(using: &self) ?? 1
        let jumps = Int.random(in: 1...200, using: &self)
        var time = Int64.random(in: -(1 << 49)...1 << 48, using: &self)
        return (0..<count).map { _ in
            time +=
                Int.random(in: 0..<jumps, using: &self) == 0
                ? Int64.random(in: 1...limit, using: &self) : limit
            return time
        }
    }

    /// Values that switch between several natures in the middle of blocks.
    mutating func values(_ count: Int) -> [Double] {
        var values: [Double] = []
        while values.count < count {
            values += piece(Int.random(in: 1...600, using: &self))
        }
        return Array(values.prefix(count))
    }

    private mutating func piece(_ count: Int) -> [Double] {
        let power: Double = [1, 10, 100, 1e3, 1e6, 1e9, 1e15].randomElement(using: &self) ?? 1
        let start = Int64.random(in: -1_000_000...1_000_000, using: &self)
        let rare = Int.random(in: 2...100, using: &self)
        switch Int.random(in: 0..<8, using: &self) {
        case 0: return fill(count) { Double(bitPattern: $0.next()) }
        case 1: return fill(count) { .random(in: -1...1, using: &$0) }
        case 2: return Array(repeating: Double(start) / power, count: count)
        case 3: return (0..<count).map { Double(start + 7 * Int64($0)) / power }
        case 4: return fill(count) { Double(Int64.random(in: -999...9999, using: &$0)) / power }
        case 5: return fill(count) { $0.surprise(among: Double(start), every: rare) }
        case 6: return fill(count) { Double(Int64(bitPattern: $0.next())) }
        default: return fill(count) { $0.special() }
        }
    }

    private mutating func fill(_ count: Int, _ value: (inout Self) -> Double) -> [Double] {
        var values: [Double] = []
        for _ in 0..<count { values.append(value(&self)) }
        return values
    }

    private mutating func surprise(among usual: Double, every rare: Int) -> Double {
        Int.random(in: 0..<rare, using: &self) == 0 ? Double(bitPattern: next()) : usual
    }

    private mutating func special() -> Double {
        let specials = [.nan, 0, -0.0, 1, .infinity, NastyColumn.stale]
        return specials.randomElement(using: &self) ?? 0
    }
}
