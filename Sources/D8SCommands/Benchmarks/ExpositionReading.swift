import D8SCollect
import D8SHistory
import D8SModel
import Glibc

/// One page, read over and over.
struct ExpositionReading {
    /// What one reading took.
    struct Outcome {
        /// CPU of the whole process.
        var seconds: Double
        var samples: Int
    }

    private let bytes: [UInt8]
    private let options: ExpositionOptions

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        options = ExpositionOptions(format: ExpositionFormat(ending: bytes))
    }

    /// Each time by a reader that has not met a line of it.
    func first(_ rounds: Int) throws -> Outcome {
        try measured(rounds) { _ in
            var reader = ExpositionReader(options)
            return try read(with: &reader, at: 0).samples
        }
    }

    /// By a reader that has read the page before.
    func known(_ rounds: Int) throws -> Outcome {
        var reader = ExpositionReader(options)
        return try measured(rounds) { try read(with: &reader, at: $0).samples }
    }

    /// Each time with a later time, into a history, which is folded in the end.
    func stored(_ rounds: Int, in path: String) throws -> Outcome {
        let history = try History(at: path)
        try history.register(
            source: "bench",
            kind: "bench",
            interval: nil,
            seriesLimit: 10_000_000
        )
        var reader = ExpositionReader(options)
        return try measured(rounds) { round in
            let page = try read(with: &reader, at: round)
            let batch = RecordBatch(metrics: page.metrics, rounds: [page.round])
            _ = try history.ingest(batch, from: "bench")
            if round == rounds { try history.fold() }
            return page.samples
        }
    }

    private func read(
        with reader: inout ExpositionReader,
        at round: Int
    ) throws -> ExpositionPage {
        reader.begin(time: 1_790_000_000_000 + Int64(round) * 15_000)
        try bytes.withUnsafeBufferPointer { (bytes) throws(ExpositionFault) in
            try reader.feed(bytes)
        }
        try reader.finish()
        return reader.take()
    }

    /// Does a task once unmeasured as round 0, then in rounds from 1 on; says what one took.
    private func measured(_ rounds: Int, _ task: (Int) throws -> Int) throws -> Outcome {
        var samples = try task(0)
        let begin = Self.cpu
        for round in 1...max(1, rounds) { samples = try task(round) }
        return Outcome(seconds: (Self.cpu - begin) / Double(max(1, rounds)), samples: samples)
    }

    /// Seconds of CPU that the process has taken.
    private static var cpu: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
