/// Writes columns of 64-bit integers as blocks, each in the order and width that take least.
struct BlockEncoder {
    private var census = WidthCensus()
    private var residuals = [Int64](repeating: 0, count: 4 * BlockFlags.blockLength)
    private var offsets = [UInt64](repeating: 0, count: BlockFlags.blockLength)
    /// Values that only the base of their block tells, not yet written.
    private var run: (order: BlockOrder, base: Int64, count: Int) = (.delta, 0, 0)

    /// Appends `column[1..<count]`.
    mutating func append(
        _ column: UnsafePointer<Int64>,
        count: Int,
        to bytes: inout [UInt8]
    ) {
        var done = 1
        while done < count {
            let length = min(count - done, BlockFlags.blockLength)
            let plan = best(column + done, length, hasSlope: done > 1)
            if plan.isRun, plan.order != .plain || plan.base == 0 {
                extend(plan, by: length, to: &bytes)
            } else {
                endRun(&bytes)
                write(plan, length, to: &bytes)
            }
            done += length
        }
        endRun(&bytes)
    }

    private mutating func extend(
        _ plan: BlockPlan,
        by length: Int,
        to bytes: inout [UInt8]
    ) {
        if run.count > 0, run.order != plan.order || run.base != plan.base { endRun(&bytes) }
        run = (plan.order, plan.base, run.count + length)
    }

    private mutating func endRun(_ bytes: inout [UInt8]) {
        guard run.count > 0 else { return }
        bytes.append(run.order.rawValue)
        bytes.append(variable: UInt64(run.count))
        bytes.append(zigzag: run.base)
        run.count = 0
    }

    /// The plan that takes least; the first of equals.
    private mutating func best(
        _ block: UnsafePointer<Int64>,
        _ length: Int,
        hasSlope: Bool
    ) -> BlockPlan {
        var best = BlockPlan()
        for order in [BlockOrder.delta, .plain, .deltaOfDelta, .xor] {
            fill(order, block, length, hasSlope)
            let plan = self.plan(order, length)
            if plan.size < best.size { best = plan }
            if best.isRun { break }
        }
        return best
    }

    /// Puts the residuals of a block into their place; `block[-1]` is the value before.
    private mutating func fill(
        _ order: BlockOrder,
        _ block: UnsafePointer<Int64>,
        _ length: Int,
        _ hasSlope: Bool
    ) {
        let start = Int(order.rawValue) * BlockFlags.blockLength
        residuals.withUnsafeMutableBufferPointer { all in
            let out = UnsafeMutableBufferPointer(rebasing: all[start...])
            let before = block[-1]
            switch order {
            case .plain:
                for index in 0..<length { out[index] = block[index] &- before }
            case .delta:
                for index in 0..<length { out[index] = block[index] &- block[index - 1] }
            case .xor:
                for index in 0..<length { out[index] = block[index] ^ block[index - 1] }
            case .deltaOfDelta:
                var slope = hasSlope ? before &- block[-2] : 0
                for index in 0..<length {
                    let delta = block[index] &- block[index - 1]
                    out[index] = delta &- slope
                    slope = delta
                }
            }
        }
    }

    /// The better of two bases: the least residual, and a low one that outliers do not move.
    private mutating func plan(_ order: BlockOrder, _ length: Int) -> BlockPlan {
        let start = Int(order.rawValue) * BlockFlags.blockLength
        let (least, usual, shift) = residuals.withUnsafeBufferPointer {
            Self.bases(UnsafeBufferPointer(rebasing: $0[start..<start + length]), order)
        }
        var best = plan(start, length, base: least, shift: shift)
        if usual != least, !best.isRun {
            let other = plan(start, length, base: usual, shift: shift)
            if other.size < best.size { best = other }
        }
        best.order = order
        return best
    }

    private mutating func plan(
        _ start: Int,
        _ length: Int,
        base: Int64,
        shift: Int
    ) -> BlockPlan {
        residuals.withUnsafeBufferPointer { all in
            guard let address = all.baseAddress else { return BlockPlan() }
            return census.plan(address + start, count: length, base: base, shift: shift)
        }
    }

    /// The least residual, the middle one of the least of four parts, and by how many bits all of
    /// them can be shifted.
    private static func bases(
        _ residuals: UnsafeBufferPointer<Int64>,
        _ order: BlockOrder
    ) -> (least: Int64, usual: Int64, shift: Int) {
        if order == .xor {
            let bits = residuals.reduce(0, |)
            return (0, 0, bits == 0 ? 0 : bits.trailingZeroBitCount)
        }
        let part = (residuals.count + 3) / 4
        var least = [Int64.max, .max, .max, .max]
        var bits: Int64 = 0
        for (index, residual) in residuals.enumerated() {
            least[index / part] = min(least[index / part], residual)
            bits |= residual &- residuals[0]
        }
        least.sort()
        return (least[0], least[1], bits == 0 ? 0 : bits.trailingZeroBitCount)
    }

    private mutating func write(
        _ plan: BlockPlan,
        _ length: Int,
        to bytes: inout [UInt8]
    ) {
        var flags = plan.order.rawValue | BlockFlags.packed
        if plan.shift > 0 { flags |= BlockFlags.shifted }
        if plan.exceptions > 0 { flags |= BlockFlags.exceptions }
        bytes.append(flags)
        bytes.append(zigzag: plan.base)
        bytes.append(UInt8(plan.width))
        if plan.shift > 0 { bytes.append(UInt8(plan.shift)) }
        let start = Int(plan.order.rawValue) * BlockFlags.blockLength
        for index in 0..<length {
            let offset = (residuals[start + index] &- plan.base) &>> Int64(plan.shift)
            offsets[index] = UInt64(bitPattern: offset)
        }
        if plan.exceptions > 0 { writeExceptions(plan, length, to: &bytes) }
        offsets.withUnsafeBufferPointer {
            guard let address = $0.baseAddress else { return }
            BitPacking.pack(address, count: length, width: plan.width, to: &bytes)
        }
    }

    private func writeExceptions(
        _ plan: BlockPlan,
        _ length: Int,
        to bytes: inout [UInt8]
    ) {
        let limit = BitPacking.mask(plan.width)
        let positions = (0..<length).filter { offsets[$0] > limit }
        let upper = positions.map {
            UInt64(bitPattern: Int64(bitPattern: offsets[$0]) &>> Int64(plan.width))
        }
        bytes.append(UInt8(positions.count))
        bytes.append(contentsOf: positions.map { UInt8($0) })
        bytes.append(UInt8(plan.upperWidth))
        upper.withUnsafeBufferPointer {
            guard let address = $0.baseAddress else { return }
            BitPacking.pack(address, count: positions.count, width: plan.upperWidth, to: &bytes)
        }
    }
}
