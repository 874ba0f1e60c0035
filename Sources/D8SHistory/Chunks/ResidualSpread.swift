/// Where the residuals of a block lie.
struct ResidualSpread {
    /// What is taken off all of them: the least, or a low one if very few lie far below.
    private(set) var base: Int64 = 0
    /// Zero bits below all of them after that.
    private(set) var shift = 0
    private(set) var isConstant = false

    init(_ residuals: UnsafePointer<Int64>, _ count: Int, _ order: BlockOrder) {
        var bits: Int64 = 0
        if order == .xor {
            for index in 0..<count { bits |= residuals[index] }
            isConstant = bits == 0
        } else {
            let first = residuals[0]
            for index in 0..<count { bits |= residuals[index] &- first }
            isConstant = bits == 0
            base = isConstant ? first : Self.base(residuals, count)
        }
        shift = isConstant ? 0 : bits.trailingZeroBitCount
    }

    /// The least residual, or one that outliers do not move, if they would cost bits.
    ///
    /// Of four parts of the block each has its least and greatest; the second of each are near the
    /// ends of what is usual.
    private static func base(_ residuals: UnsafePointer<Int64>, _ count: Int) -> Int64 {
        let part = count / 4
        guard part >= 4 else { return (0..<count).map { residuals[$0] }.min() ?? 0 }
        var least = SIMD4<Int64>(repeating: residuals[count &- 1])
        var most = least
        for index in 0..<part {
            let four = SIMD4(
                residuals[index],
                residuals[index &+ part],
                residuals[index &+ 2 &* part],
                residuals[index &+ 3 &* part]
            )
            least.replace(with: four, where: four .< least)
            most.replace(with: four, where: four .> most)
        }
        let (low, high) = (ordered(least), ordered(most))
        let usual = Double(high[2]) - Double(low[1])
        return (Double(low[1]) - Double(low[0])) * 16 > usual ? low[1] : low[0]
    }

    private static func ordered(_ four: SIMD4<Int64>) -> SIMD4<Int64> {
        let (left, right) = (min(four[0], four[1]), min(four[2], four[3]))
        let (upperLeft, upperRight) = (max(four[0], four[1]), max(four[2], four[3]))
        let (second, third) = (max(left, right), min(upperLeft, upperRight))
        return SIMD4(
            min(left, right),
            min(second, third),
            max(second, third),
            max(upperLeft, upperRight)
        )
    }
}
