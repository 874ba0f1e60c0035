/// The rollups of one series in order of time, as columns of equal length.
package struct RollupColumns: Hashable, Sendable {
    package private(set) var ends: [Int64] = []
    package private(set) var counts: [Int64] = []
    package private(set) var sums: [Double] = []
    package private(set) var minima: [Double] = []
    package private(set) var maxima: [Double] = []
    package private(set) var lasts: [Double] = []
    package private(set) var increases: [Double] = []

    package init() {}

    package var count: Int { ends.count }

    package subscript(index: Int) -> Rollup {
        Rollup(
            end: ends[index],
            count: counts[index],
            sum: sums[index],
            minimum: minima[index],
            maximum: maxima[index],
            last: lasts[index],
            increase: increases[index]
        )
    }

    /// Appends one; its end has to be after those that are there.
    package mutating func append(_ rollup: Rollup) {
        ends.append(rollup.end)
        counts.append(rollup.count)
        sums.append(rollup.sum)
        minima.append(rollup.minimum)
        maxima.append(rollup.maximum)
        lasts.append(rollup.last)
        increases.append(rollup.increase)
    }

    /// Forgets the rollups and keeps the memory.
    package mutating func removeAll() { shorten(to: 0) }

    private mutating func shorten(to count: Int) {
        for column in [\Self.ends, \.counts] { self[keyPath: column].shorten(to: count) }
        for column in Self.values { self[keyPath: column].shorten(to: count) }
    }

    private mutating func lengthen(by more: Int) {
        for column in [\Self.ends, \.counts] {
            self[keyPath: column].append(contentsOf: repeatElement(0, count: more))
        }
        for column in Self.values {
            self[keyPath: column].append(contentsOf: repeatElement(0, count: more))
        }
    }
}

extension RollupColumns {
    /// The columns of doubles in the order in which a chunk has them.
    static var values: [WritableKeyPath<Self, [Double]>] {
        [\.sums, \.minima, \.maxima, \.lasts, \.increases]
    }

    /// Writes the columns of some of the rollups.
    func write(
        _ range: Range<Int>,
        blocks: inout BlockWriter,
        values: inout ValueColumn,
        to sink: inout ChunkSink
    ) {
        for (number, column) in [ends, counts].enumerated() {
            column.withUnsafeBufferPointer {
                guard let address = $0.baseAddress else { return }
                // The header has the first end.
                if number > 0 { sink.write(zigzag: $0[range.lowerBound]) }
                blocks.write(address + range.lowerBound, count: range.count, to: &sink)
            }
        }
        for column in Self.values {
            self[keyPath: column].withUnsafeBufferPointer {
                let some = UnsafeBufferPointer(rebasing: $0[range])
                values.write(some, blocks: &blocks, to: &sink)
            }
        }
    }

    /// Appends the rollups of a chunk and says their resolution in milliseconds; on a fault the
    /// columns stay as they were.
    @discardableResult
    mutating func append(chunk: UnsafeRawBufferPointer) throws(ChunkFault) -> UInt32 {
        let header = try ChunkHeader(verifying: chunk, kind: .rollup)
        let start = count
        lengthen(by: header.count)
        do throws(ChunkFault) {
            try read(chunk, header, at: start)
        } catch {
            shorten(to: start)
            throw error
        }
        return header.resolution
    }

    private mutating func read(
        _ chunk: UnsafeRawBufferPointer,
        _ header: ChunkHeader,
        at start: Int
    ) throws(ChunkFault) {
        var cursor = try ChunkCursor(chunk)
        try ends.fill(from: start) { (place) throws(ChunkFault) in
            try TimeColumn.read(&cursor, header, into: place)
        }
        try counts.fill(from: start) { (place) throws(ChunkFault) in
            place[0] = try cursor.zigzag()
            try BlockDecoder.decode(&cursor, count: header.count, into: place)
        }
        for column in Self.values {
            try self[keyPath: column].fill(from: start) { (place) throws(ChunkFault) in
                try ValueColumn.read(&cursor, count: header.count, into: place)
            }
        }
        try cursor.expectEnd()
    }
}

extension Array {
    fileprivate mutating func shorten(to count: Int) {
        removeLast(Swift.max(0, self.count - count))
    }

    /// Calls the body with the address of the element at `start`.
    fileprivate mutating func fill(
        from start: Int,
        _ body: (UnsafeMutablePointer<Element>) throws(ChunkFault) -> Void
    ) throws(ChunkFault) {
        try withUnsafeMutableBufferPointer { (all) throws(ChunkFault) in
            guard let address = all.baseAddress else { return }
            try body(address + start)
        }
    }
}
