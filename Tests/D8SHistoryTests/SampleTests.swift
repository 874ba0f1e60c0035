import D8SModel
import D8STestSupport
import GRDB
import Testing

@testable import D8SHistory

/// Samples on their way into the head, into chunks and out again.
struct SampleTests {
    static let day: Int64 = 86_400_000
    static let start: Int64 = 1_793_491_200_000
    static let all = (from: Instant(milliseconds: .min), to: Instant(milliseconds: .max))

    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "node", kind: "scrape", interval: 60)
    }

    static func series(_ number: Int) -> Series {
        Series(metric: "load", labels: [Label("cpu", "\(number)"), Label("a", "ü\"\\\n\u{1}")])
    }

    static func round(_ list: SeriesList, at time: Int64, _ values: [Double]) -> SampleRound {
        SampleRound(
            list: list,
            positions: values.indices.map { Int32($0) },
            times: values.map { _ in time },
            values: values
        )
    }

    static func read(
        _ history: History,
        from: Instant = all.from,
        to: Instant = all.to
    ) throws -> [Series: [Int64: UInt64]] {
        var found: [Series: [Int64: UInt64]] = [:]
        let damage = try history.forEachSeries(from: from, to: to) { series, columns in
            for (time, value) in zip(columns.times, columns.values) {
                found[series, default: [:]][time] = value.bitPattern
            }
        }
        #expect(damage.isEmpty)
        return found
    }

    private func ingest(_ rounds: [SampleRound]) throws -> IngestCount {
        try history.ingest(RecordBatch(rounds: rounds), from: "node")
    }

    private func folds() throws -> (head: Int, chunks: Int) {
        try history.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM head") ?? -1,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM chunks") ?? -1
            )
        }
    }

    @Test(arguments: [false, true])
    func `samples are read as they were said, folded or not`(isFolded: Bool) throws {
        let list = SeriesList((0..<50).map(Self.series))
        var expected: [Series: [Int64: UInt64]] = [:]
        for step in 0..<40 {
            let time = Self.start + Int64(step) * 15_000
            let values = (0..<50).map { Double($0) + Double(step) / 4 }
            #expect(try ingest([Self.round(list, at: time, values)]).samples == 50)
            for (number, value) in values.enumerated() {
                expected[Self.series(number), default: [:]][time] = value.bitPattern
            }
            if isFolded, step == 20 { try history.fold() }
        }
        #expect(try Self.read(history) == expected)
        if isFolded { try history.fold() }
        #expect(try Self.read(history) == expected)
        #expect(try folds().head == (isFolded ? 0 : 40))
        #expect(try history.series() == (0..<50).map(Self.series).sorted())
    }

    @Test func `NaN, the stale marker, infinities and -0 keep their bits`() throws {
        let values = [
            Double.nan, .staleMarker, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude,
        ]
        let list = SeriesList(values.indices.map(Self.series))
        _ = try ingest([Self.round(list, at: Self.start, values)])
        for _ in 1...2 {
            let found = try Self.read(history)
            for (number, value) in values.enumerated() {
                #expect(found[Self.series(number)] == [Self.start: value.bitPattern])
            }
            try history.fold()
        }
    }

    @Test func `a fold of many series writes them all, and the rules hold as before`() throws {
        let list = SeriesList((0..<100).map(Self.series))
        let values = (0..<100).map(Double.init)
        _ = try ingest([Self.round(list, at: Self.start, values)])
        try history.fold()
        #expect(try folds() == (0, 100))
        let found = try Self.read(history)
        for (number, value) in values.enumerated() {
            #expect(found[Self.series(number)] == [Self.start: value.bitPattern])
        }
        #expect(throws: HistoryError.self) {
            try history.write { try $0.execute(sql: "UPDATE chunks SET resolution = 5") }
        }
    }

    @Test func `series that are known, new and known again get their keys`() throws {
        _ = try ingest([
            Self.round(SeriesList([1, 3, 4].map(Self.series)), at: Self.start, [1, 3, 4])
        ])
        history.memory.forget()
        let list = SeriesList((0..<6).map(Self.series))
        _ = try ingest([Self.round(list, at: Self.start + 1, [0, 1, 2, 3, 4, 5])])
        let found = try Self.read(history)
        #expect(found.count == 6)
        for number in 0..<6 {
            let value = found[Self.series(number)]?[Self.start + 1]
            #expect(value == Double(number).bitPattern)
        }
    }

    @Test func `what is said last wins, whatever lies between`() throws {
        let list = SeriesList([Self.series(0)])
        let times = [30, 10, 20, 10].map { Self.start + $0 }
        _ = try ingest(times.map { Self.round(list, at: $0, [Double($0 - Self.start)]) })
        try history.fold()
        _ = try ingest([Self.round(list, at: Self.start + 20, [7])])
        let expected = [10: 10.0, 20: 7, 30: 30].reduce(into: [Int64: UInt64]()) {
            $0[Self.start + Int64($1.key)] = $1.value.bitPattern
        }
        #expect(try Self.read(history)[Self.series(0)] == expected)
        try history.fold()
        #expect(try Self.read(history)[Self.series(0)] == expected)
        #expect(try folds() == (0, 1))
    }

    @Test func `a long column goes into chunks at once, the same again changes nothing`() throws {
        let times = (0..<10_000).map { Self.start + $0 * 15_000 }
        let values = times.map { Double($0 % 977) / 10 }
        let column = SampleColumn(series: Self.series(1), times: times, values: values)
        _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
        let before = try folds()
        #expect(before.head == 0)
        #expect(before.chunks > 2)
        for _ in 1...2 {
            let found = try Self.read(history)[Self.series(1)] ?? [:]
            #expect(found == Dictionary(uniqueKeysWithValues: zip(times, values.map(\.bitPattern))))
            _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
        }
        #expect(try folds() == before)
    }

    @Test func `only the time that was asked for is read, its ends included`() throws {
        let times = (0..<5000).map { Self.start + $0 * 1000 }
        let column = SampleColumn(
            series: Self.series(1),
            times: times,
            values: times.map { Double($0) }
        )
        _ = try history.ingest(RecordBatch(columns: [column]), from: "node")
        let found = try Self.read(
            history,
            from: Instant(milliseconds: times[1200]),
            to: Instant(milliseconds: times[1300])
        )
        #expect(found[Self.series(1)]?.keys.sorted() == Array(times[1200...1300]))
        let none = try Self.read(
            history,
            from: Instant(milliseconds: times[4999] + 1),
            to: Self.all.to
        )
        #expect(none.isEmpty)
    }

    @Test func `series over the limit are refused, those that are known go on`() throws {
        try history.register(source: "node", kind: "scrape", interval: 60, seriesLimit: 3)
        let few = SeriesList((0..<2).map(Self.series))
        let many = SeriesList((0..<10).map(Self.series))
        _ = try ingest([Self.round(few, at: Self.start, [1, 1])])
        let values = [Double](repeating: 2, count: 10)
        let count = try ingest([Self.round(many, at: Self.start + 1000, values)])
        #expect((count.samples, count.refusedSeries) == (3, 7))
        #expect(try Self.read(history).keys.sorted() == (0..<3).map(Self.series).sorted())
        // Three days later those of before are no longer active, so there is room for others.
        let others = SeriesList((5..<8).map(Self.series))
        _ = try ingest([Self.round(few, at: Self.start + 3 * Self.day, [3, 3])])
        let later = try ingest([Self.round(others, at: Self.start + 3 * Self.day, [3, 3, 3])])
        #expect((later.samples, later.refusedSeries) == (1, 2))
    }

    @Test func `samples far ahead of the clock are refused and counted`() throws {
        let list = SeriesList([Self.series(0)])
        let now = Instant(milliseconds: Self.start)
        let rounds = [0, 600_000, 600_001].map { Self.round(list, at: Self.start + $0, [1]) }
        let count = try history.ingest(RecordBatch(rounds: rounds), from: "node", at: now)
        #expect((count.samples, count.refusedSamples) == (2, 1))
        let far = Self.round(list, at: .max, [1])
        #expect(try ingest([far]).refusedSamples == 1)
    }

    @Test func `a round that names a series beyond its list is refused whole`() throws {
        let list = SeriesList([Self.series(0)])
        for position: Int32 in [-1, 1, .max] {
            var round = Self.round(list, at: Self.start, [1])
            round.positions = [position]
            #expect(throws: HistoryError.self) { try ingest([round]) }
        }
        #expect(try Self.read(history).isEmpty)
        #expect(try ingest([Self.round(list, at: Self.start, [1])]).samples == 1)
    }

    @Test func `a source knows its series of a day and of a week before`() throws {
        let list = SeriesList((0..<5).map(Self.series))
        for (day, count) in [(0, 5), (7, 2), (8, 4)] {
            let values = [Double](repeating: 1, count: count)
            _ = try ingest([Self.round(list, at: Self.start + Int64(day) * Self.day, values)])
        }
        let coverage = try #require(try history.sources().first?.coverage)
        #expect(coverage == SeriesCoverage(active: 2, before: 5, limit: 100_000, refused: 0))
    }

    @Test func `a chunk that is damaged is named, all else is read`() throws {
        let times = (0..<5000).map { Self.start + $0 * 1000 }
        let columns = (0..<2).map {
            SampleColumn(series: Self.series($0), times: times, values: times.map { Double($0) })
        }
        _ = try history.ingest(RecordBatch(columns: columns), from: "node")
        try history.write { db in
            try db.execute(
                sql: """
                    UPDATE chunks SET data = zeroblob(length(data)) WHERE series = 1
                    AND first = ?
                    """,
                arguments: [times[0]]
            )
        }
        var counts: [Int] = []
        let damage = try history.forEachSeries(from: Self.all.from, to: Self.all.to) {
            counts.append($1.count)
        }
        #expect(counts.count == 2)
        #expect(counts[0] < 5000 && counts[1] == 5000)
        #expect(damage.count == 1)
        #expect("\(damage[0])".contains("load"))
        // Later samples are merged beside it.
        _ = try ingest([Self.round(SeriesList([Self.series(0)]), at: times[4999] + 1000, [1])])
        try history.fold()
    }

    @Test func `a round that is damaged is named and kept, all else is read`() throws {
        let list = SeriesList([Self.series(0)])
        _ = try ingest((0..<3).map { Self.round(list, at: Self.start + $0, [1]) })
        try history.write { db in
            try db.execute(sql: "UPDATE head SET data = x'0100' WHERE id = 2")
        }
        var counts: [Int] = []
        let damage = try history.forEachSeries(from: Self.all.from, to: Self.all.to) {
            counts.append($1.count)
        }
        #expect(counts == [2])
        #expect(damage == [.damagedRound(id: 2)])
        try history.fold()
        #expect(try folds().head == 1)
    }

    @Test func `every byte of a round is under its checksum`() {
        let samples: ([Int64], [Int64], [Double]) = (
            [3, 1, 1 << 40], [5, -1, .max], [1, .nan, -0.0]
        )
        let bytes = samples.0.withUnsafeBufferPointer { series in
            samples.1.withUnsafeBufferPointer { times in
                samples.2.withUnsafeBufferPointer {
                    HeadRound.encode(series: series, times: times, values: $0)
                }
            }
        }
        var read = HeadSamples()
        #expect(bytes.withUnsafeBytes { HeadRound.decode($0, into: &read) })
        #expect(read.series == samples.0 && read.times == samples.1)
        #expect(read.values.map(\.bitPattern) == samples.2.map(\.bitPattern))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            #expect(!changed.withUnsafeBytes { HeadRound.decode($0, into: &read) })
            let short = bytes[..<index]
            #expect(!short.withUnsafeBytes { HeadRound.decode($0, into: &read) })
        }
    }
}
