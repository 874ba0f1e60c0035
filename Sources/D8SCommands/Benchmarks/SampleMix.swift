/// The samples that `make bench` measures with: of eight natures, the same every time.
///
/// One every 15 seconds, a quarter of the series with a jitter of some milliseconds, and now and
/// then a gap of up to five minutes.
struct SampleMix {
    private var state: UInt64
    private let number: Int
    private var time: Int64
    private var level: Int64 = 1_000_000
    private var irregular = 50.0

    /// The mix for the series of this number.
    init(series number: Int) {
        self.number = number
        state = UInt64(number)
        time = 1_790_000_000_000 + Int64(number)
        level += below(1000)
    }

    /// The columns of this many samples.
    mutating func columns(_ count: Int) -> (times: [Int64], values: [Double]) {
        var times: [Int64] = []
        var values: [Double] = []
        times.reserveCapacity(count)
        values.reserveCapacity(count)
        for index in 0..<count {
            time += 15_000
            if below(5000) == 0 { time += 15_000 * below(20) }
            times.append(time + (number % 4 == 3 ? below(5) : 0))
            values.append(value(index))
        }
        return (times, values)
    }

    private mutating func value(_ index: Int) -> Double {
        switch number % 8 {
        case 0: return Double(counter(growing: 15 + below(20)))
        case 1: return Double(counter(growing: below(100_000)))
        case 2: return Double(40_000 + below(5000)) / 1000
        case 3: return 1
        case 4: return Double(counter(growing: 1480 + below(30))) / 100
        case 5:
            level += below(200) - 100
            return Double(level) * 4096
        case 6:
            irregular += Double(next() >> 11) * 0x1p-53 - 0.5
            return irregular
        default:
            if index % 97 == 0 { level += below(5) - 2 }
            return Double(level)
        }
    }

    /// A counter that is reset to 0 every few thousand samples.
    private mutating func counter(growing growth: Int64) -> Int64 {
        level = below(4000) == 0 ? 0 : level + growth
        return level
    }

    private mutating func below(_ limit: Int64) -> Int64 {
        Int64(next() >> 11) % limit
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
