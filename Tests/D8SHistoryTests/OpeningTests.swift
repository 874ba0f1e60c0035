import D8SModel
import Foundation
import GRDB
import Testing

@testable import D8SHistory

struct OpeningTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("history.sqlite")
    }

    @Test func `a new history is made, closed and opened again`() throws {
        do {
            let history = try History(at: path)
            try history.register(source: "test", kind: "test", interval: 60)
            #expect(try history.ingest(IngestionTests.batch, from: "test").inserted == 4)
        }
        #expect(try folder.contents().keys.sorted() == ["history.sqlite"])
        let history = try History(at: path)
        #expect(try history.services() == [Service(name: "checkout", team: "payments")])
        #expect(try History(readingAt: path).sources().map(\.name) == ["test"])
    }

    @Test func `an empty file becomes a history`() throws {
        try folder.write([], to: "history.sqlite")
        #expect(try History(at: path).services().isEmpty)
    }

    @Test func `a history has a log, foreign keys, an id and relaxed syncing`() throws {
        let history = try History(at: path)
        let settings = try history.read { db in
            try ["journal_mode", "foreign_keys", "synchronous", "application_id"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        // NORMAL is 1; D8SH in ASCII is 0x44385348.
        #expect(settings == ["wal", "1", "1", "1144542024"])
    }

    @Test func `the id is in the file itself before the first checkpoint`() throws {
        let history = try History(at: path)
        try history.register(source: "test", kind: "test", interval: nil)
        // As a kill leaves it: the file and its log, copied while the connection is open.
        let other = try TemporaryFolder()
        for (name, bytes) in try folder.contents() { try other.write(Array(bytes), to: name) }
        let survivor = try History(at: other.file("history.sqlite"))
        #expect(try survivor.sources().map(\.name) == ["test"])
    }

    @Test func `making a history that was given its id but no tables is finished`() throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = 1144542024")
        }
        let steps = ["v1 delivery", "v2 series", "v3 costs"]
        #expect(throws: HistoryError.older(path: path, steps: steps)) {
            try History(readingAt: path)
        }
        #expect(try History(at: path).services().isEmpty)
    }

    @Test func `a missing file can be made but not read`() throws {
        #expect(throws: HistoryError.missing(path: path)) { try History(readingAt: path) }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a history in a missing folder says so`() throws {
        let path = folder.file("nowhere/history.sqlite")
        let error = #expect(throws: HistoryError.self) { try History(at: path) }
        #expect(error?.description.contains(path) == true)
        #expect(error?.description.contains("folder") == true)
    }

    @Test func `a path through a file is unreadable`() throws {
        try folder.write([1], to: "file")
        let path = folder.file("file/history.sqlite")
        #expect(throws: HistoryError.unreadable(path: path, reason: "Not a directory")) {
            try History(at: path)
        }
    }

    @Test func `a path with a NUL is refused instead of cut`() throws {
        #expect(throws: HistoryError.self) { try History(at: path + "\0.txt") }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a reader leaves nothing beside the file and cannot write`() throws {
        do { _ = try History(at: path) }
        let before = try folder.contents()
        do {
            let reader = try History(readingAt: path)
            #expect(throws: HistoryError.self) {
                try reader.register(source: "test", kind: "test", interval: nil)
            }
        }
        #expect(try folder.contents() == before)
    }

    @Test func `odd names of files work`() throws {
        let path = folder.file("a?b#c%20d é;&mode=memory.sqlite")
        do { _ = try History(at: path) }
        #expect(try History(at: path).services().isEmpty)
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
