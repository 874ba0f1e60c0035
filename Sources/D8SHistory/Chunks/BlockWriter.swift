/// Writes columns of 64-bit integers as blocks, each in the order and width that take least.
///
/// It works in memory that its owner lends it.
struct BlockWriter {
    private let residuals: UnsafeMutablePointer<Int64>
    private let census: WidthCensus
    static let scratchSize = 4 * BlockFlags.blockLength + WidthCensus.size

    /// Values that only the base of their block tells, not yet written.
    private var run: (order: BlockOrder, base: Int64, count: Int) = (.delta, 0, 0)
    /// The order that won the last time all were tried, and the bytes it took.
    private var favourite: (order: BlockOrder, size: Int) = (.delta, 0)
    private var sinceAllWereTried = 0

    /// - Parameter scratch: `scratchSize` integers, of which the last are 0 and will be again.
    init(scratch: UnsafeMutablePointer<Int64>) {
        residuals = scratch
        census = WidthCensus(scratch + 4 * BlockFlags.blockLength)
    }

    /// Writes `column[1..<count]`.
    mutating func write(
        _ column: UnsafePointer<Int64>,
        count: Int,
        to sink: inout ChunkSink
    ) {
        sinceAllWereTried = .max
        var done = 1
        while done < count {
            let length = min(count - done, BlockFlags.blockLength)
            let plan = best(column + done, length, hasSlope: done > 1)
            if plan.isRun, plan.order != .plain || plan.base == 0 {
                extend(plan, by: length, to: &sink)
            } else {
                endRun(&sink)
                write(plan, length, to: &sink)
            }
            done += length
        }
        endRun(&sink)
    }

    private mutating func extend(
        _ plan: BlockPlan,
        by length: Int,
        to sink: inout ChunkSink
    ) {
        if run.count > 0, run.order != plan.order || run.base != plan.base { endRun(&sink) }
        run = (plan.order, plan.base, run.count + length)
    }

    private mutating func endRun(_ sink: inout ChunkSink) {
        guard run.count > 0 else { return }
        sink.write(run.order.rawValue)
        sink.write(variable: UInt64(run.count))
        sink.write(zigzag: run.base)
        run.count = 0
    }

    /// The plan that takes least.
    ///
    /// All orders are tried every eighth time, and when the favourite has become worse.
    private mutating func best(
        _ block: UnsafePointer<Int64>,
        _ length: Int,
        hasSlope: Bool
    ) -> BlockPlan {
        if sinceAllWereTried < 8 {
            let plan = plan(favourite.order, block, length, hasSlope)
            if plan.size <= favourite.size + favourite.size / 8 {
                sinceAllWereTried += 1
                return plan
            }
        }
        var best = plan(.delta, block, length, hasSlope)
        for order in BlockOrder.others where !best.isRun {
            let plan = plan(order, block, length, hasSlope)
            if plan.size < best.size { best = plan }
        }
        favourite = (best.order, best.size)
        sinceAllWereTried = 1
        return best
    }

    private func plan(
        _ order: BlockOrder,
        _ block: UnsafePointer<Int64>,
        _ length: Int,
        _ hasSlope: Bool
    ) -> BlockPlan {
        let out = residuals + Int(order.rawValue) &* BlockFlags.blockLength
        order.fill(out, with: block, length, hasSlope: hasSlope)
        let spread = ResidualSpread(out, length, order)
        var plan =
            spread.isConstant
            ? BlockPlan(base: spread.base, size: 0)
            : census.plan(out, count: length, base: spread.base, shift: spread.shift)
        plan.order = order
        return plan
    }

    private func write(
        _ plan: BlockPlan,
        _ length: Int,
        to sink: inout ChunkSink
    ) {
        var flags = plan.order.rawValue | BlockFlags.packed
        if plan.shift > 0 { flags |= BlockFlags.shifted }
        if plan.exceptions > 0 { flags |= BlockFlags.exceptions }
        sink.write(flags)
        sink.write(zigzag: plan.base)
        sink.write(UInt8(plan.width))
        if plan.shift > 0 { sink.write(UInt8(plan.shift)) }
        let offsets = residuals + Int(plan.order.rawValue) &* BlockFlags.blockLength
        for index in 0..<length {
            offsets[index] = (offsets[index] &- plan.base) &>> Int64(plan.shift)
        }
        if plan.exceptions > 0 { writeExceptions(offsets, plan, length, to: &sink) }
        sink.write(offsets, count: length, width: plan.width)
    }

    private func writeExceptions(
        _ offsets: UnsafePointer<Int64>,
        _ plan: BlockPlan,
        _ length: Int,
        to sink: inout ChunkSink
    ) {
        let limit = BitPacking.mask(plan.width)
        // The place of another order's residuals, which are not needed any more.
        let place = Int(plan.order.rawValue ^ 1) &* BlockFlags.blockLength
        var count = 0
        sink.write(UInt8(plan.exceptions))
        for index in 0..<length where UInt64(bitPattern: offsets[index]) > limit {
            sink.write(UInt8(index))
            residuals[place + count] = offsets[index] &>> Int64(plan.width)
            count += 1
        }
        sink.write(UInt8(plan.upperWidth))
        sink.write(residuals + place, count: count, width: plan.upperWidth)
    }
}
