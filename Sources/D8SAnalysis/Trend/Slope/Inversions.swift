/// Sorts and counts how many pairs were out of order, by merging (Knight 1966, "A Computer Method
/// for Calculating Kendall's Tau with Ungrouped Data").
enum Inversions {
    typealias Keys = UnsafeMutablePointer<Double>
    typealias Marks = UnsafeMutablePointer<Int32>

    /// Sorts `keys` and takes `marks` along; equal keys keep their order.
    ///
    /// All four buffers are of one length, else nothing happens. Keys must not hold a NaN.
    ///
    /// - Returns: the number of pairs of which the later one was smaller.
    static func sort(
        _ keys: UnsafeMutableBufferPointer<Double>,
        _ marks: UnsafeMutableBufferPointer<Int32>,
        spare: (keys: UnsafeMutableBufferPointer<Double>, marks: UnsafeMutableBufferPointer<Int32>)
    ) -> Int {
        let count = keys.count
        guard marks.count == count, spare.keys.count == count, spare.marks.count == count,
            let k = keys.baseAddress, let m = marks.baseAddress,
            let spareK = spare.keys.baseAddress, let spareM = spare.marks.baseAddress
        else { return 0 }
        var inversions = 0
        for start in stride(from: 0, to: count, by: block) {
            inversions += insert(k, m, start, min(count, start + block))
        }
        var width = block
        var isSpare = false
        while width < count {
            let (from, to) = isSpare ? (spareK, k) : (k, spareK)
            let (marksFrom, marksTo) = isSpare ? (spareM, m) : (m, spareM)
            for start in stride(from: 0, to: count, by: 2 * width) {
                let middle = min(count, start + width)
                let end = min(count, middle + width)
                inversions += merge(from, marksFrom, to, marksTo, start, middle, end)
            }
            isSpare.toggle()
            width *= 2
        }
        if isSpare {
            k.update(from: spareK, count: count)
            m.update(from: spareM, count: count)
        }
        return inversions
    }

    private static let block = 6

    @inline(never)
    private static func insert(_ keys: Keys, _ marks: Marks, _ start: Int, _ end: Int) -> Int {
        var moves = 0
        var index = start &+ 1
        while index < end {
            let (key, mark) = (keys[index], marks[index])
            var hole = index
            while hole > start, keys[hole &- 1] > key {
                keys[hole] = keys[hole &- 1]
                marks[hole] = marks[hole &- 1]
                hole &-= 1
            }
            keys[hole] = key
            marks[hole] = mark
            moves &+= index &- hole
            index &+= 1
        }
        return moves
    }

    /// Merges two neighbours; no branch depends on the values while both last.
    @inline(never)
    private static func merge(
        _ keys: Keys,
        _ marks: Marks,
        _ keysTo: Keys,
        _ marksTo: Marks,
        _ start: Int,
        _ middle: Int,
        _ end: Int
    ) -> Int {
        var (left, right, place, inversions) = (start, middle, start, 0)
        while left < middle, right < end {
            let step = keys[right] < keys[left] ? 1 : 0
            let all = 0 &- step
            let source = left &+ ((right &- left) & all)
            keysTo[place] = keys[source]
            marksTo[place] = marks[source]
            inversions &+= (middle &- left) & all
            right &+= step
            left &+= 1 &- step
            place &+= 1
        }
        let (rest, count) = left < middle ? (left, middle - left) : (right, end - right)
        (keysTo + place).update(from: keys + rest, count: count)
        (marksTo + place).update(from: marks + rest, count: count)
        return inversions
    }
}
