/// Counts how many bits the residuals of a block need above a base, and finds the best width.
struct WidthCensus {
    /// Residuals by their number of bits, in four counts each.
    ///
    /// So neighbours of the same width do not wait for each other's count. In the last place are
    /// those below the base, too.
    private let counts: UnsafeMutablePointer<Int64>
    static let size = 65 * 4

    init(_ memory: UnsafeMutablePointer<Int64>) { counts = memory }

    /// The best width for these residuals above this base.
    func plan(
        _ residuals: UnsafePointer<Int64>,
        count: Int,
        base: Int64,
        shift: Int
    ) -> BlockPlan {
        let signedBits = max(1, take(residuals, count, base) - shift)
        var plan = BlockPlan(base: base, shift: shift)
        (plan.width, plan.size) = (64, count &* 8)
        var wider = count &- drain(0)
        var width = 0
        while true {
            let upper = BitPacking.width(for: signedBits &- width)
            let patches = wider == 0 ? 0 : 2 &+ wider &+ BitPacking.size(count: wider, width: upper)
            let size = BitPacking.size(count: count, width: width) &+ patches
            if size < plan.size {
                plan.size = size
                plan.width = width
                plan.exceptions = wider
                plan.upperWidth = wider == 0 ? 0 : upper
            }
            width &+= 1
            if wider == 0 || width > 56 || width &+ shift > 64 { break }
            wider &-= drain(width &+ shift)
        }
        counts.update(repeating: 0, count: Self.size)
        return plan
    }

    /// Residuals of this many bits.
    @inline(__always)
    private func drain(_ bits: Int) -> Int {
        let four = counts + bits &* 4
        return Int(four[0] &+ four[1] &+ four[2] &+ four[3])
    }

    /// Counts the residuals, and says how many bits, with a sign, hold them all.
    private func take(
        _ residuals: UnsafePointer<Int64>,
        _ count: Int,
        _ base: Int64
    ) -> Int {
        var all: Int64 = 0
        for index in 0..<count {
            let residual = residuals[index] &- base
            all |= residual ^ residual &>> 63
            let bits = 64 &- residual.leadingZeroBitCount
            counts[bits &* 4 &+ index & 3] &+= 1
        }
        return 65 &- all.leadingZeroBitCount
    }
}
