import D8SModel
import GRDB

extension SampleIngestion {
    mutating func add(_ column: SampleColumn) throws {
        guard column.times.count == column.values.count else {
            throw HistoryError.row(
                record: "column of \(Excerpt.of("\(column.series)"))",
                reason: "it has not as many values as times"
            )
        }
        let key = try admit(column.series)
        guard key != 0 else {
            count.refusedSeries += 1
            return
        }
        if try mergeAtOnce(column, key: key) { return }
        var noted = Int64.min
        for index in column.times.indices {
            try gather(key, column.times[index], column.values[index])
            let day = ActiveSeries.day(of: column.times[index])
            if day != noted { note(key, on: day) }
            noted = day
        }
    }

    /// Merges a long column into chunks without a way through the head.
    ///
    /// Not if the head has something of its time, which was said before and must not count after.
    ///
    /// - Returns: False if it is not so.
    private mutating func mergeAtOnce(_ column: SampleColumn, key: Int64) throws -> Bool {
        guard column.times.count >= Self.longColumn, gathered.count == 0,
            column.times.withUnsafeBufferPointer({ SampleOrder.isAscending($0) }),
            let first = column.times.first, let last = column.times.last,
            first >= -Self.farthest, last <= latest, try !isInHead(first, last)
        else { return false }
        var writer = try self.writer ?? ChunkWriter(db)
        self.writer = nil
        try column.times.withUnsafeBufferPointer { times in
            try column.values.withUnsafeBufferPointer { try writer.merge(key, times, $0) }
        }
        self.writer = writer
        count.samples += column.times.count
        noteDays(of: column, key: key)
        return true
    }

    /// Notes on which days an ascending column has samples, by leaps.
    private mutating func noteDays(of column: SampleColumn, key: Int64) {
        var rest = column.times[...]
        while let time = rest.first {
            let day = ActiveSeries.day(of: time)
            note(key, on: day)
            let end = (day + 1) * ActiveSeries.dayLength
            rest = rest.dropFirst(SampleOrder.range(rest, from: end, to: .max).lowerBound)
        }
    }

    private func isInHead(_ first: Int64, _ last: Int64) throws -> Bool {
        let select = try PreparedStatement(
            "SELECT 1 FROM head WHERE first <= ?2 AND last >= ?1 LIMIT 1",
            in: db
        )
        defer { select.reset() }
        try select.bind(first, at: 1)
        try select.bind(last, at: 2)
        return try select.step()
    }

    mutating func gather(_ key: Int64, _ time: Int64, _ value: Double) throws {
        guard key != 0 else { return }
        guard -Self.farthest...latest ~= time else {
            count.refusedSamples += 1
            return
        }
        gathered.append(series: key, time: time, value: value)
        if gathered.count == HeadRound.largestCount { try writeGathered() }
    }

    mutating func writeGathered() throws {
        let samples = gathered
        try write(series: samples.series, times: samples.times, values: samples.values)
        gathered.removeAll()
    }
}
