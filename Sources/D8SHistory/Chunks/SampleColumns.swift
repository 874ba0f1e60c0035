/// The samples of one series in order of time, as two columns.
///
/// Keep one and `removeAll` it for the next series: it reuses its memory.
package struct SampleColumns: Sendable {
    private var allTimes: [Int64] = []
    private var allValues: [Double] = []
    /// Samples that are there.
    package private(set) var count = 0

    package init() {}

    /// Milliseconds since 1970, ascending.
    package var times: ArraySlice<Int64> { allTimes[..<count] }
    package var values: ArraySlice<Double> { allValues[..<count] }

    /// Forgets the samples and keeps the memory.
    package mutating func removeAll() { count = 0 }

    /// Appends one sample; its time has to be after those that are there.
    package mutating func append(time: Int64, value: Double) {
        reserve(1)
        allTimes[count] = time
        allValues[count] = value
        count += 1
    }

    /// Appends samples, as many values as times, which ascend and are after those that are there.
    mutating func append(
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>
    ) {
        let more = min(times.count, values.count)
        reserve(more)
        for index in 0..<more {
            allTimes[count + index] = times[index]
            allValues[count + index] = values[index]
        }
        count += more
    }

    /// Forgets all but the samples at `range`, which is one of positions.
    package mutating func keep(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<count)
        if range.lowerBound > 0 {
            for index in range {
                allTimes[index - range.lowerBound] = allTimes[index]
                allValues[index - range.lowerBound] = allValues[index]
            }
        }
        count = range.count
    }

    /// Calls the body with both columns where they stand.
    package func withColumns<Result>(
        _ body: (UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Double>) throws -> Result
    ) rethrows -> Result {
        try allTimes.withUnsafeBufferPointer { times in
            try allValues.withUnsafeBufferPointer { values in
                try body(
                    UnsafeBufferPointer(rebasing: times[..<count]),
                    UnsafeBufferPointer(rebasing: values[..<count])
                )
            }
        }
    }

    /// Makes room for so many more samples.
    private mutating func reserve(_ more: Int) {
        let missing = count + more - allTimes.count
        guard missing > 0 else { return }
        let extra = max(missing, allTimes.count, 64)
        allTimes.append(contentsOf: repeatElement(0, count: extra))
        allValues.append(contentsOf: repeatElement(0, count: extra))
    }
}

extension SampleColumns {
    /// Appends the samples of a raw chunk; on a fault the columns stay as they were.
    mutating func append(chunk: UnsafeRawBufferPointer) throws(ChunkFault) {
        let header = try ChunkHeader(verifying: chunk, kind: .raw)
        reserve(header.count)
        var cursor = try ChunkCursor(chunk)
        let fault = allTimes.withUnsafeMutableBufferPointer { times in
            allValues.withUnsafeMutableBufferPointer { values -> ChunkFault? in
                guard let times = times.baseAddress, let values = values.baseAddress else {
                    return nil
                }
                do throws(ChunkFault) {
                    try TimeColumn.read(&cursor, header, into: times + count)
                    try ValueColumn.read(&cursor, count: header.count, into: values + count)
                    try cursor.expectEnd()
                    return nil
                } catch {
                    return error
                }
            }
        }
        if let fault { throw fault }
        count += header.count
    }
}
