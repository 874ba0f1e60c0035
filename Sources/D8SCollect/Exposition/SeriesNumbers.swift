import D8SModel

/// Series, numbered from 0 in the order in which they were met.
struct SeriesNumbers {
    /// The key of each, one behind the other, and room behind them.
    private var keys: [UInt8] = []
    /// Where each ends.
    private var ends: [Int] = []
    private var places = HashPlaces()

    var count: Int { ends.count }

    /// Makes room for so many series with keys of so many bytes.
    mutating func reserve(_ count: Int, size: Int) {
        makeRoom(size)
        ends.reserveCapacity(count)
        places.reserve(count)
    }

    /// The number of the series of this key, which is the next one if it has not been met.
    mutating func number(of key: [UInt8]) -> Int {
        write(key.count) { room in
            key.withUnsafeBufferPointer { key in
                if let start = key.baseAddress { room.update(from: start, count: key.count) }
                return key.count
            }
        } ?? 0
    }

    /// Numbers the series whose key `body` writes.
    ///
    /// - Parameters:
    ///   - most: The bytes that `body` may write to.
    ///   - body: Returns the length of the key, nil if there is none.
    /// - Returns: The next number if the series has not been met; nil if there is no key.
    @inline(__always)
    mutating func write(_ most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int?) -> Int? {
        let start = ends.last ?? 0
        if keys.count - start < most { makeRoom(start + most) }
        let written = keys.withUnsafeMutableBufferPointer { keys in
            keys.baseAddress.flatMap { body($0 + start) }
        }
        guard let written else { return nil }
        return keys.withUnsafeBufferPointer { keys in
            let key = UnsafeBufferPointer(rebasing: keys[start..<start + written])
            let hash = ByteHash.hash(key)
            let known = places.find(hash) { number in
                UnsafeBufferPointer(rebasing: keys[range(of: number)]).isSame(as: key)
            }
            if let known { return known }
            places.add(hash)
            ends.append(start + written)
            return ends.count - 1
        }
    }

    /// Hands over the key of a series.
    @inline(__always)
    func withKey<Result>(
        of number: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        keys.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[range(of: number)]))
        }
    }

    func series(_ number: Int) -> Series {
        Series(key: Array(keys[range(of: number)]))
    }

    /// The series of these numbers as a list.
    func list(_ numbers: [Int]) -> SeriesList {
        if numbers.count == count, numbers.elementsEqual(numbers.indices) {
            return SeriesList(keys: keys, ends: ends)
        }
        var (listed, listedEnds): ([UInt8], [Int]) = ([], [])
        for number in numbers {
            listed += keys[range(of: number)]
            listedEnds.append(listed.count)
        }
        return SeriesList(keys: listed, ends: listedEnds)
    }

    @inline(__always)
    private func range(of number: Int) -> Range<Int> {
        (number > 0 ? ends[number - 1] : 0)..<ends[number]
    }

    private mutating func makeRoom(_ size: Int) {
        guard keys.count < size else { return }
        keys.append(contentsOf: repeatElement(0, count: max(size, keys.count * 2) - keys.count))
    }
}
