/// Keys of series as bytes: ascending, each as the difference to the one before.
enum KeyList {
    static func encode(_ keys: [Int64]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: keys.count * Varint.largest) { bytes, length in
            guard let base = bytes.baseAddress else { return }
            var end = base
            var last: Int64 = 0
            for key in keys {
                end = Varint.write(UInt64(bitPattern: key &- last), to: end)
                last = key
            }
            length = end - base
        }
    }

    /// The keys as far as they can be read: what is noted of activity can be noted again.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> [Int64] {
        var keys: [Int64] = []
        var offset = 0
        var last: Int64 = 0
        while offset < bytes.count, let delta = Varint.read(bytes, &offset) {
            last &+= Int64(bitPattern: delta)
            keys.append(last)
        }
        return keys
    }

    /// Both, ascending, each key once.
    static func union(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        var union: [Int64] = []
        union.reserveCapacity(left.count + right.count)
        var (leftIndex, rightIndex) = (0, 0)
        while leftIndex < left.count || rightIndex < right.count {
            let fromLeft = leftIndex < left.count ? left[leftIndex] : .max
            let fromRight = rightIndex < right.count ? right[rightIndex] : .max
            let key = min(fromLeft, fromRight)
            if fromLeft == key { leftIndex += 1 }
            if fromRight == key { rightIndex += 1 }
            if union.last != key { union.append(key) }
        }
        return union
    }
}
