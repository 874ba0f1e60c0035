import D8SModel
import GRDB

extension SampleIngestion {
    /// Appends samples to the head, in rows of a bounded size.
    mutating func write(series: [Int64], times: [Int64], values: [Double]) throws {
        for start in stride(from: 0, to: times.count, by: HeadRound.largestCount) {
            let part = start..<min(start + HeadRound.largestCount, times.count)
            try times.withUnsafeBufferPointer { times in
                try series.withUnsafeBufferPointer { series in
                    try values.withUnsafeBufferPointer { values in
                        try append(
                            series: UnsafeBufferPointer(rebasing: series[part]),
                            times: UnsafeBufferPointer(rebasing: times[part]),
                            values: UnsafeBufferPointer(rebasing: values[part])
                        )
                    }
                }
            }
        }
        count.samples += times.count
        memory.headCount = memory.headCount.map { $0 + times.count }
    }

    private func append(
        series: UnsafeBufferPointer<Int64>,
        times: UnsafeBufferPointer<Int64>,
        values: UnsafeBufferPointer<Double>
    ) throws {
        let insert = try PreparedStatement(
            "INSERT INTO head (source, count, first, last, data) VALUES (?1, ?2, ?3, ?4, ?5)",
            in: db
        )
        try insert.bind(source, at: 1)
        try insert.bind(Int64(times.count), at: 2)
        try insert.bind(times.min(), at: 3)
        try insert.bind(times.max(), at: 4)
        let bytes = HeadRound.encode(series: series, times: times, values: values)
        try insert.bind(blob: bytes, at: 5)
        try insert.run()
    }
}
