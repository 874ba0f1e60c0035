import Foundation

/// xoshiro256** (Blackman & Vigna 2021, "Scrambled Linear Pseudorandom Number Generators"): the
/// generator of every permutation and simulation here.
///
/// The same seed gives the same numbers on every machine and in every version, which the
/// generators of the system and of the standard library do not promise.
package struct Xoshiro: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The state is filled by SplitMix64, as the authors advise.
    package init(seed: UInt64) {
        var mix = SplitMix(seed: seed)
        state = (mix.next(), mix.next(), mix.next(), mix.next())
    }

    /// A given state, of which not all four parts may be 0: the sequence would be 0 for ever.
    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    @inline(__always)
    package mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// Uniform in 0 ..< 1, of 53 bits.
    @inline(__always)
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number in 0 ..< `bound`, each exactly as likely (Lemire 2019, "Fast Random Integer
    /// Generation in an Interval"); 0 for a bound below 2.
    @inline(__always)
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let limit = UInt64(bound)
        var product = next().multipliedFullWidth(by: limit)
        if product.low < limit {
            let least = (0 &- limit) % limit
            while product.low < least { product = next().multipliedFullWidth(by: limit) }
        }
        return Int(product.high)
    }

    /// Standard normal, by the polar method (Marsaglia & Bray 1964); one of each pair is thrown
    /// away, so that the state is the seed's alone.
    package mutating func normal() -> Double {
        while true {
            let x = 2 * unit() - 1
            let y = 2 * unit() - 1
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
        }
    }

    /// Brings the values into an order drawn at random, each order as likely (Fisher & Yates).
    package mutating func shuffle<Value>(_ values: UnsafeMutableBufferPointer<Value>) {
        for index in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(index, below(index + 1))
        }
    }
}
