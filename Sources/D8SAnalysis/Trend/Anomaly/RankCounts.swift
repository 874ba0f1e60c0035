/// How many values of each rank are in a window, so that the k-th smallest is found in log n steps
/// (Fenwick 1994, "A New Data Structure for Cumulative Frequency Tables").
struct RankCounts {
    private var counts: [Int32]
    private let top: Int
    /// Values in the window.
    private(set) var count = 0

    /// Ranks are 0 ..< `ranks`.
    init(ranks: Int) {
        counts = [Int32](repeating: 0, count: ranks + 1)
        top = ranks > 0 ? 1 << (Int.bitWidth - 1 - ranks.leadingZeroBitCount) : 0
    }

    mutating func add(_ rank: Int) { change(rank, by: 1) }

    mutating func remove(_ rank: Int) { change(rank, by: -1) }

    private mutating func change(_ rank: Int, by difference: Int32) {
        count += Int(difference)
        var place = rank + 1
        while place < counts.count {
            counts[place] += difference
            place += place & -place
        }
    }

    /// The rank of the value before which so many others lie; a rank of none beyond the last.
    func rank(of place: Int) -> Int {
        var (rank, left, step) = (0, Int32(clamping: place), top)
        while step > 0 {
            let next = rank + step
            if next < counts.count, counts[next] <= left {
                rank = next
                left -= counts[next]
            }
            step /= 2
        }
        return rank
    }
}
