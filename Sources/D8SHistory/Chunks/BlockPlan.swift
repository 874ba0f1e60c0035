/// One way to write the residuals of a block, and the bytes it takes.
struct BlockPlan {
    var order = BlockOrder.delta
    var base: Int64 = 0
    var shift = 0
    var width = 0
    /// Residuals that are wider, and the width of their upper bits.
    var exceptions = 0
    var upperWidth = 0
    var size = Int.max

    /// Every residual is the base.
    var isRun: Bool { width == 0 && exceptions == 0 }
}

/// Counts how many bits the residuals of a block need above a base.
struct WidthCensus {
    /// Residuals by their number of bits; in the last place those below the base, too.
    private var counts: [Int32] = Array(repeating: 0, count: 65)

    /// The best width for these residuals above this base.
    mutating func plan(
        _ residuals: UnsafePointer<Int64>,
        count: Int,
        base: Int64,
        shift: Int
    ) -> BlockPlan {
        let signedBits = take(residuals, count, base, shift)
        var plan = BlockPlan(base: base, shift: shift)
        var wider = count
        counts.withUnsafeMutableBufferPointer { counts in
            for width in 0...56 {
                wider -= Int(counts[width])
                counts[width] = 0
                let upper = BitPacking.width(for: signedBits - width)
                let size =
                    BitPacking.size(count: count, width: width)
                    + (wider == 0 ? 0 : 2 + wider + BitPacking.size(count: wider, width: upper))
                guard size < plan.size else { continue }
                plan.size = size
                plan.width = width
                plan.exceptions = wider
                plan.upperWidth = wider == 0 ? 0 : upper
            }
            for width in 57...64 { counts[width] = 0 }
        }
        if count * 8 < plan.size {
            (plan.width, plan.exceptions, plan.upperWidth) = (64, 0, 0)
            plan.size = count * 8
        }
        return plan
    }

    /// Counts the residuals, and says how many bits, with a sign, hold them all.
    private mutating func take(
        _ residuals: UnsafePointer<Int64>,
        _ count: Int,
        _ base: Int64,
        _ shift: Int
    ) -> Int {
        var all: Int64 = 0
        counts.withUnsafeMutableBufferPointer { counts in
            for index in 0..<count {
                let residual = (residuals[index] &- base) &>> Int64(shift)
                all |= residual ^ residual &>> 63
                counts[64 &- residual.leadingZeroBitCount] &+= 1
            }
        }
        return 65 - all.leadingZeroBitCount
    }
}
