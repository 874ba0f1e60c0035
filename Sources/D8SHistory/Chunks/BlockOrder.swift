/// What the numbers of a block are relative to.
enum BlockOrder: UInt8, CaseIterable {
    /// The value before the block.
    case plain = 0
    /// The value before.
    case delta = 1
    /// The difference of the two values before.
    case deltaOfDelta = 2
    /// The bits of the value before, of which those that changed are kept.
    case xor = 3
}

/// The byte that begins a block.
struct BlockFlags {
    static let order: UInt8 = 0b11
    static let packed: UInt8 = 1 << 2
    static let exceptions: UInt8 = 1 << 3
    static let shifted: UInt8 = 1 << 4
    static let unused: UInt8 = 0b1110_0000
    /// Values in a packed block; only the last may have fewer.
    static let blockLength = 128
}
