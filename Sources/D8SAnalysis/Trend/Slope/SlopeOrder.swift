/// The points of a series, sorted across lines of one slope.
///
/// Two points are then out of the order of time exactly if the slope between them is below that of
/// the lines: sorting counts slopes without forming them (Cole, Salowe, Steiger & Szemerédi 1989,
/// "An Optimal-Time Algorithm for Slope Selection").
struct SlopeOrder {
    let points: SlopePoints
    /// How many pairs of one group have a slope below that of the lines.
    ///
    /// A pair as near to it as rounding reaches may be counted on either side.
    private(set) var below = 0
    private var order: [Int32]
    private var keys: [Double]
    private var spareKeys: [Double]
    private var spareOrder: [Int32]
    /// So many moves of points one by one cost what sorting anew costs.
    private let patience: Int

    init(_ points: SlopePoints) {
        self.points = points
        let count = points.values.count
        order = (0..<Int32(truncatingIfNeeded: count)).map(\.self)
        keys = [Double](repeating: 0, count: count)
        spareKeys = keys
        spareOrder = order
        patience = 2 * count * (Int.bitWidth - count.leadingZeroBitCount)
    }

    /// Turns the lines to a slope that about so many pairs are passed over for.
    ///
    /// If few are, points are moved one by one; else all are sorted anew from the order of time.
    mutating func turn(to slope: Double, passing few: Int) {
        if abs(few) < patience {
            setKeys(slope)
            if settle() { return }
        }
        for index in order.indices { order[index] = Int32(truncatingIfNeeded: index) }
        setKeys(slope)
        below = 0
        for group in points.groups { below += sort(group) }
    }

    /// Turns the lines on to a slope nearby, and gives the slopes of the pairs passed over; no more
    /// than `limit`, after which the lines stay between the two.
    mutating func passed(to slope: Double, limit: Int) -> [Double] {
        setKeys(slope)
        var found: [Double] = []
        found.reserveCapacity(limit / 8)
        for group in points.groups {
            for index in group.dropFirst() {
                let (key, mark) = (keys[index], order[index])
                var hole = index
                while hole > group.lowerBound, keys[hole - 1] > key, found.count < limit {
                    let other = order[hole - 1]
                    below += other < mark ? 1 : -1
                    found.append(points.slope(Int(min(other, mark)), Int(max(other, mark))))
                    keys[hole] = keys[hole - 1]
                    order[hole] = other
                    hole -= 1
                }
                keys[hole] = key
                order[hole] = mark
            }
        }
        return found
    }

    private mutating func setKeys(_ slope: Double) {
        let points = self.points
        keys.withUnsafeMutableBufferPointer { keys in
            order.withUnsafeBufferPointer { order in
                points.values.withUnsafeBufferPointer { values in
                    points.times.withUnsafeBufferPointer { times in
                        for index in keys.indices {
                            let point = Int(order[index])
                            keys[index] = values[point] - slope * times[point]
                        }
                    }
                }
            }
        }
    }

    private mutating func sort(_ group: Range<Int>) -> Int {
        keys.withUnsafeMutableBufferPointer { keys in
            order.withUnsafeMutableBufferPointer { order in
                spareKeys.withUnsafeMutableBufferPointer { spareKeys in
                    spareOrder.withUnsafeMutableBufferPointer { spareOrder in
                        Inversions.sort(
                            .init(rebasing: keys[group]),
                            .init(rebasing: order[group]),
                            spare: (
                                .init(rebasing: spareKeys[group]),
                                .init(rebasing: spareOrder[group])
                            )
                        )
                    }
                }
            }
        }
    }

    /// Moves points to their places one by one; false if that takes longer than expected, which
    /// leaves the order unfinished.
    private mutating func settle() -> Bool {
        var left = 4 * patience
        let groups = points.groups
        let change = keys.withUnsafeMutableBufferPointer { keys in
            order.withUnsafeMutableBufferPointer { order in
                var change = 0
                for group in groups where left > 0 {
                    change += Self.settle(keys, order, group, &left)
                }
                return change
            }
        }
        below += change
        return left > 0
    }

    private static func settle(
        _ keys: UnsafeMutableBufferPointer<Double>,
        _ order: UnsafeMutableBufferPointer<Int32>,
        _ group: Range<Int>,
        _ left: inout Int
    ) -> Int {
        var rising = 0
        var moves = 0
        let start = group.lowerBound
        var index = start + 1
        while index < group.upperBound {
            let key = keys[index]
            if keys[index - 1] > key {
                let mark = order[index]
                var hole = index
                while hole > start, keys[hole - 1] > key {
                    let other = order[hole - 1]
                    rising += other < mark ? 1 : 0
                    keys[hole] = keys[hole - 1]
                    order[hole] = other
                    hole -= 1
                }
                keys[hole] = key
                order[hole] = mark
                moves += index - hole
                if moves > left { break }
            }
            index += 1
        }
        left -= moves
        return 2 * rising - moves
    }
}
