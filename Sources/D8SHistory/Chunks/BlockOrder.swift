/// What the numbers of a block are relative to.
enum BlockOrder: UInt8 {
    /// The value before the block.
    case plain = 0
    /// The value before.
    case delta = 1
    /// The difference of the two values before.
    case deltaOfDelta = 2
    /// The bits of the value before: those that changed are 1.
    case xor = 3

    /// All but `delta`, which is tried first.
    static let others: [BlockOrder] = [.plain, .deltaOfDelta, .xor]

    /// Writes the residuals of a block, modulo 2^64; `block[-1]` is the value before.
    ///
    /// If it has a slope, then `block[-2]` is there, too.
    func fill(
        _ residuals: UnsafeMutablePointer<Int64>,
        with block: UnsafePointer<Int64>,
        _ length: Int,
        hasSlope: Bool
    ) {
        switch self {
        case .plain:
            let before = block[-1]
            for index in 0..<length { residuals[index] = block[index] &- before }
        case .delta:
            for index in 0..<length { residuals[index] = block[index] &- block[index &- 1] }
        case .xor:
            for index in 0..<length { residuals[index] = block[index] ^ block[index &- 1] }
        case .deltaOfDelta:
            var slope = hasSlope ? block[-1] &- block[-2] : 0
            for index in 0..<length {
                let delta = block[index] &- block[index &- 1]
                residuals[index] = delta &- slope
                slope = delta
            }
        }
    }
}

/// The byte that begins a block.
enum BlockFlags {
    static let order: UInt8 = 0b11
    static let packed: UInt8 = 1 << 2
    static let exceptions: UInt8 = 1 << 3
    static let shifted: UInt8 = 1 << 4
    static let unused: UInt8 = 0b1110_0000
    /// Values in a packed block; only the last may have fewer.
    static let blockLength = 128
}
