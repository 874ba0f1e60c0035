/// SplitMix64: a sequence fixed by its seed.
struct FuzzRandom {
    var state: UInt64

    /// A number from 0 to below the limit; 0 for a limit below 1.
    mutating func below(_ limit: Int) -> Int {
        limit < 1 ? 0 : Int(next() >> 11) % limit
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
