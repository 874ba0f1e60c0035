import D8SModel
import D8STestSupport
import Foundation
import GRDB
import Testing

@testable import D8SHistory

/// Small chunks, put together when a history is pruned.
struct MergeTests {
    static let start = SampleTests.start
    static let now = Instant(milliseconds: start + 3_600_000)
    static let list = SeriesList((0..<3).map(SampleTests.series))

    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "node", kind: "scrape", interval: 60)
    }

    private struct Chunk: Equatable {
        var series: Int64
        var count: Int
        var data: [UInt8]
    }

    private func chunks() throws -> [Chunk] {
        try history.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM chunks WHERE resolution = 0 ORDER BY series, first"
            ).map { row in
                let bytes: Data = row["data"]
                return Chunk(series: row["series"], count: row["count"], data: Array(bytes))
            }
        }
    }

    /// Folds so often, each time after so many rounds of one second.
    private func fold(_ times: Int, rounds: Int, from first: Int = 0) throws {
        for fold in 0..<times {
            let batch = RecordBatch(
                rounds: (0..<rounds).map { round in
                    let step = first + fold * rounds + round
                    return SampleTests.round(
                        Self.list,
                        at: Self.start + Int64(step) * 1000,
                        [Double(step), Double(step * 7919 % 1009) / 10, Double(step).squareRoot()]
                    )
                }
            )
            _ = try history.ingest(batch, from: "node")
            try history.fold()
        }
    }

    /// Pruning at one instant makes rollups once; what is left is the merging.
    private func prune() throws -> PruneCount {
        try history.prune(asOf: Self.now)
    }

    @Test func `chunks of many folds become few, the samples stay`() throws {
        try fold(200, rounds: 10)
        let samples = try SampleTests.read(history)
        let before = try chunks()
        let count = try prune()
        let after = try chunks()
        #expect(before.count > 150)
        #expect(after.count < before.count / 4)
        #expect(count.chunks == before.count - after.count)
        #expect(after.map(\.count).reduce(0, +) == 6000)
        #expect(after.allSatisfy { $0.data.count <= ChunkSize.largestBytes })
        #expect(try SampleTests.read(history) == samples)
    }

    @Test func `once put together they are left alone, later ones join them`() throws {
        try fold(100, rounds: 10)
        _ = try prune()
        let once = try chunks()
        #expect(try prune().chunks == 0)
        #expect(try chunks() == once)
        try fold(100, rounds: 10, from: 1000)
        let samples = try SampleTests.read(history)
        let apart = try chunks().count
        #expect(try prune().chunks > 0)
        #expect(try prune() == PruneCount())
        #expect(try SampleTests.read(history) == samples)
        #expect(try chunks().count < apart / 4)
    }

    @Test func `a damaged chunk stays as it is, those on both sides of it are put together`() throws
    {
        try fold(60, rounds: 10)
        let middle = try chunks().filter { $0.series == 1 }.count / 2
        try history.write { db in
            try db.execute(
                sql: """
                    UPDATE chunks SET data = zeroblob(40) WHERE id = (
                        SELECT id FROM chunks WHERE series = 1 AND resolution = 0
                        ORDER BY first LIMIT 1 OFFSET ?
                    )
                    """,
                arguments: [middle]
            )
        }
        let before = try chunks().filter { $0.series == 1 }
        #expect(try prune().chunks > 0)
        let after = try chunks().filter { $0.series == 1 }
        let damaged = Chunk(
            series: 1,
            count: before[middle].count,
            data: .init(repeating: 0, count: 40)
        )
        #expect(after.filter { $0 == damaged }.count == 1)
        #expect(after.first != damaged && after.last != damaged)
        #expect(after.count < before.count)
        #expect(after.map(\.count).reduce(0, +) == 600)
        #expect(try prune() == PruneCount())
    }

    @Test func `a merge that fails in the middle changes nothing, the next one does it`() throws {
        try fold(60, rounds: 10)
        let (before, samples) = (try chunks(), try SampleTests.read(history))
        try history.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER failing BEFORE DELETE ON chunks WHEN old.series = 2
                    BEGIN SELECT RAISE(ABORT, 'the machine stops'); END
                    """
            )
        }
        #expect(throws: HistoryError.self) { try prune() }
        #expect(try chunks() == before)
        try history.write { try $0.execute(sql: "DROP TRIGGER failing") }
        #expect(try prune().chunks > 0)
        #expect(try SampleTests.read(history) == samples)
    }

    @Test func `what a collection noted of activity is there when it ends`() throws {
        let day = ActiveSeries.dayLength
        try history.ingesting(from: "node") { session in
            for number in 0..<5 {
                let times = (0..<300).map { Self.start + Int64($0) * day / 100 }
                let values = [Double](repeating: 1, count: 300)
                let column = SampleColumn(
                    series: SampleTests.series(number),
                    times: times,
                    values: values
                )
                try session.add(RecordBatch(columns: [column]))
            }
        }
        let counts = try history.read {
            try Int.fetchAll($0, sql: "SELECT count FROM activity ORDER BY day")
        }
        #expect(counts == [5, 5, 5])
    }
}
