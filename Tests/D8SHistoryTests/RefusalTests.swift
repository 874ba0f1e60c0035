import D8SModel
import Foundation
import GRDB
import Testing

@testable import D8SHistory

/// What is no history of this D8S is refused with a sentence and left byte for byte as it was.
struct RefusalTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("history.sqlite")
    }

    /// Expects that both ways of opening refuse the file with this error and leave no trace.
    private func expectRefusal(_ expected: HistoryError) throws {
        let before = try folder.contents()
        #expect(throws: expected) { try History(at: path) }
        #expect(throws: expected) { try History(readingAt: path) }
        #expect(try folder.contents() == before)
        #expect(expected.description.contains(path))
    }

    /// Makes a database with SQL and closes it.
    private func make(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    private func makeHistory(then sql: String = "") throws {
        do { _ = try History(at: path) }
        try make(sql)
    }

    @Test(arguments: [
        Array("service,id\ncheckout,1\n".utf8),
        Array("SQLite format 3\0".utf8),
        [0],
        Array(repeating: 0xff, count: 10_000),
        Array(repeating: 0, count: 4096),
    ])
    func `a file that is no database`(bytes: [UInt8]) throws {
        try folder.write(bytes, to: "history.sqlite")
        try expectRefusal(.notADatabase(path: path))
    }

    @Test(arguments: ["DELETE", "WAL"])
    func `a database of nobody in particular`(journal: String) throws {
        try make("PRAGMA journal_mode = \(journal); CREATE TABLE services (id, name)")
        try expectRefusal(.foreign(path: path, applicationID: 0))
    }

    @Test func `a database of another program`() throws {
        // A Fossil checkout, by the list of ids that comes with SQLite (magic.txt).
        try make("PRAGMA application_id = 252006674; CREATE TABLE vfile (id)")
        try expectRefusal(.foreign(path: path, applicationID: 252_006_674))
    }

    @Test func `a history of a newer D8S`() throws {
        try makeHistory(then: "INSERT INTO grdb_migrations VALUES ('v2 metrics')")
        try expectRefusal(.newer(path: path, steps: ["v2 metrics"]))
    }

    @Test func `a history of a newer D8S that is in use`() throws {
        try makeHistory()
        let newer = try DatabaseQueue(path: path)
        try newer.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('v2 metrics')")
        }
        let expected = HistoryError.newer(path: path, steps: ["v2 metrics"])
        let before = try folder.contents()
        #expect(throws: expected) { try History(at: path) }
        let after = try folder.contents()
        // The index of the log (-shm) holds the marks of readers; file and log are what counts.
        for name in ["history.sqlite", "history.sqlite-wal"] {
            #expect(after[name] == before[name])
        }
        try newer.close()
    }

    @Test func `a history without one of its tables`() throws {
        try makeHistory(then: "DROP TABLE incidents")
        try expectRefusal(.tablesMissing(path: path, tables: ["incidents"]))
    }

    @Test func `a database with the id of D8S but other tables`() throws {
        try make("PRAGMA application_id = 1144542024; CREATE TABLE other (id)")
        try expectRefusal(.tablesMissing(path: path, tables: ["grdb_migrations"]))
    }

    @Test func `a history in UTF-16`() throws {
        try make(
            "PRAGMA encoding = 'UTF-16'; PRAGMA application_id = 1144542024; CREATE TABLE t (a)"
        )
        try expectRefusal(.encoding(path: path))
    }

    @Test func `a history whose schema was overwritten`() throws {
        try makeHistory()
        var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        for index in 100..<8192 { bytes[index] = 0xaa }
        try folder.write(bytes, to: "history.sqlite")
        let before = try folder.contents()
        let error = #expect(throws: HistoryError.self) { try History(at: path) }
        guard case .corrupt(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.contents() == before)
    }

    @Test func `a folder and a device`() throws {
        #expect(throws: HistoryError.notAFile(path: folder.path)) { try History(at: folder.path) }
        #expect(throws: HistoryError.notAFile(path: "/dev/null")) { try History(at: "/dev/null") }
    }

    @Test(.enabled(if: getuid() != 0, "permissions mean nothing to the superuser"))
    func `a file that may not be read`() throws {
        try makeHistory()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(throws: HistoryError.unreadable(path: path, reason: "Permission denied")) {
            try History(at: path)
        }
    }

    @Test func `a full disk takes back what was being written`() throws {
        let history = try History(at: path)
        try history.register(source: "test", kind: "test", interval: nil)
        try history.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA max_page_count = 40")
        }
        let changes = (0..<5000).map { number in
            Change(
                service: "checkout",
                revision: "revision \(number)",
                authored: Instant(milliseconds: 0),
                committed: Instant(milliseconds: 0)
            )
        }
        #expect(throws: HistoryError.full(path: path)) {
            try history.ingest(RecordBatch(changes: changes), from: "test")
        }
        #expect(try history.services().isEmpty)
        #expect(try history.ingest(IngestionTests.batch, from: "test").inserted == 4)
    }
}
