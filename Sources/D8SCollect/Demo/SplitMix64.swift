import Glibc

/// A small generator of random numbers whose sequence is fixed by its seed (Steele, Lea and Flood
/// 2014, "Fast splittable pseudorandom number generators").
struct SplitMix64: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly spread over 0 ..< 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Evenly spread over the range.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// Below `bound`, which is at least 1.
    mutating func below(_ bound: Int) -> Int {
        min(bound - 1, Int(unit() * Double(bound)))
    }

    /// Log-normal with this median; `spread` is the standard deviation of the logarithm
    /// (Box and Muller 1958).
    mutating func logNormal(median: Double, spread: Double) -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return median * exp(spread * radius * cos(2 * Double.pi * unit()))
    }

    /// One of the values, which may not be empty.
    mutating func pick(_ values: [String]) -> String {
        values.isEmpty ? "" : values[below(values.count)]
    }

    /// 40 hexadecimal digits, as git names commits.
    mutating func revision() -> String {
        let digits = [next(), next(), next()].map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.utf8.count) + text
        }
        return String(digits.joined().prefix(40))
    }
}
