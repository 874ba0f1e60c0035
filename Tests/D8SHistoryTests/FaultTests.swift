import D8SModel
import D8STestSupport
import GRDB
import Testing

@testable import D8SHistory

/// A disk that is full and a database that others hold: samples are taken in whole or not at all.
struct FaultTests {
    private let now: Instant = "2026-11-20T12:00:00Z"

    private func batch(_ count: Int, cursor: String) -> RecordBatch {
        let times = (0..<count).map { now.milliseconds - Int64(count - $0) * 1000 }
        // Fractions that do not compress to nothing.
        let values = times.map { (Double($0) / 7919).remainder(dividingBy: 1) }
        let column = SampleColumn(series: Series(metric: "m"), times: times, values: values)
        return RecordBatch(columns: [column], cursors: ["at": cursor])
    }

    private func samples(_ history: History) throws -> Int {
        var count = 0
        let damage = try history.forEachSeries(
            from: now.adding(seconds: -1e6),
            to: now
        ) { _, columns in count += columns.count }
        #expect(damage.isEmpty)
        return count
    }

    @Test func `a full disk takes a batch back whole, and there is room again after it`() throws {
        let folder = try TemporaryFolder()
        let history = try History(at: folder.file("history.sqlite"))
        try history.register(source: "s", kind: "scrape", interval: 60)
        _ = try history.ingest(batch(10, cursor: "1"), from: "s", at: now)
        try history.queue.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        #expect(throws: HistoryError.full(path: history.path)) {
            try history.ingest(batch(100_000, cursor: "2"), from: "s", at: now)
        }
        #expect(try samples(history) == 10)
        #expect(try history.cursors(of: "s") == ["at": "1"])
        try history.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA max_page_count = 1000000")
        }
        _ = try history.ingest(batch(100_000, cursor: "2"), from: "s", at: now)
        #expect(try samples(history) == 100_000)
        #expect(try history.cursors(of: "s") == ["at": "2"])
    }

    @Test func `a database that another holds is waited for, then left as it is`() throws {
        let folder = try TemporaryFolder()
        let history = try History(at: folder.file("history.sqlite"), patience: 0.1)
        try history.register(source: "s", kind: "scrape", interval: 60)
        let other = try DatabaseQueue(path: history.path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: HistoryError.busy(path: history.path, seconds: 0.1)) {
                try history.ingest(batch(1000, cursor: "1"), from: "s", at: now)
            }
            #expect(try samples(history) == 0)
            try db.execute(sql: "ROLLBACK")
        }
        _ = try history.ingest(batch(1000, cursor: "1"), from: "s", at: now)
        #expect(try samples(history) == 1000)
    }
}
