/// Order statistics of all differences between two samples, exact, without forming them.
enum Differences {
    /// The difference at this rank, from 0, among all of the first less all of the second.
    ///
    /// Both ascending and without NaN; nil outside the ranks.
    ///
    /// Halves the range of floating-point numbers, 64 times at most, and counts in linear time.
    static func value(at rank: Int, of first: [Double], minus second: [Double]) -> Double? {
        let pairs = first.count.multipliedReportingOverflow(by: second.count)
        guard !pairs.overflow, rank >= 0, rank < pairs.partialValue,
            let least = first.first, let most = first.last,
            let smallest = second.first, let largest = second.last
        else { return nil }
        var low = place(least - largest)
        var high = place(most - smallest)
        while low < high {
            let middle = low &+ Int(UInt(bitPattern: high &- low) / 2)
            if count(first, second, atMost: number(middle)) > rank {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return number(low)
    }

    private static func count(
        _ first: [Double],
        _ second: [Double],
        atMost limit: Double
    ) -> Int {
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                var (total, other) = (0, 0)
                for value in first {
                    while other < second.count, value - second[other] > limit { other += 1 }
                    total += second.count - other
                }
                return total
            }
        }
    }

    /// Numbers in their order as integers.
    private static func place(_ number: Double) -> Int {
        let bits = Int(truncatingIfNeeded: (number == 0 ? 0 : number).bitPattern)
        return bits >= 0 ? bits : Int.min &- bits
    }

    private static func number(_ place: Int) -> Double {
        let bits = place >= 0 ? place : Int.min &- place
        return Double(bitPattern: UInt64(truncatingIfNeeded: bits))
    }
}
