import D8SModel
import D8STestSupport
import Foundation
import GRDB
import Testing

@testable import D8SHistory

/// The README is the contract: what stands in it is what the program does.
struct SchemaTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let readme: String
    /// The SQL of the README: the example, the new file, the steps `v1 delivery`, `v2 series`,
    /// `v3 costs`.
    let blocks: [String]

    init() throws {
        let file = Self.root.appendingPathComponent("Sources/D8SHistory/README.md")
        readme = try String(contentsOf: file, encoding: .utf8)
        blocks = readme.components(separatedBy: "```sql\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        try #require(blocks.count == 5)
    }

    @Test func `the schema in the README is the schema`() {
        #expect(blocks[2] == DeliverySchema.sql + "\n")
        #expect(blocks[3] == SeriesSchema.sql + "\n")
        #expect(blocks[4] == CostSchema.sql + "\n")
        #expect(blocks[1].contains("application_id = \(History.applicationID);"))
    }

    @Test func `every table and column is in the README's text`() throws {
        let text = try #require(readme.components(separatedBy: "## Schema").first)
        let history = try History.inMemory()
        let columns = try history.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT tables.name, columns.name FROM sqlite_master AS tables
                    JOIN pragma_table_info(tables.name) AS columns
                    WHERE tables.type = 'table' AND tables.name <> 'grdb_migrations'
                    """
            ).map { (table: $0[0] as String, column: $0[1] as String) }
        }
        let tables = DeliverySchema.tables + SeriesSchema.tables + CostSchema.tables
        #expect(Set(columns.map(\.table)) == Set(tables))
        let skipped: Set = ["source", "item", "night", "service", "run", "statement"]
        for (table, column) in columns where !skipped.contains(column) {
            #expect(text.contains("**`\(table)`**"), "\(table)")
            let names = ["`\(column)`", "`\(table).\(column)`", "`.\(column)`"]
            #expect(names.contains { text.contains($0) }, "\(table).\(column)")
        }
    }

    @Test func `the example in the README works, twice`() throws {
        let folder = try TemporaryFolder()
        let history = try History(at: folder.file("history.sqlite"))
        for _ in 1...2 {
            try DatabaseQueue(path: history.path).writeWithoutTransaction { db in
                try db.execute(sql: blocks[0])
            }
            try Self.expectExample(in: history)
        }
    }

    @Test func `a history made from the README's SQL is a history`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("history.sqlite")
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(sql: blocks[1] + blocks[2] + blocks[3] + blocks[4] + blocks[0])
        }
        try Self.expectExample(in: History(at: path))
    }

    /// `Fixtures/v1.sqlite` was made by the sqlite3 command from the README's three blocks (new
    /// file, step, example), with one row of `attention` and one of `editions`, as WAL.
    @Test func `a file of the first released schema is read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("v1.sqlite")
        let fixture = Self.root.appendingPathComponent("Tests/D8SHistoryTests/Fixtures/v1.sqlite")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
        let history = try History(at: path)
        try Self.expectExample(in: history)
        #expect(
            try history.ledger(before: Day(number: 20_777)) == [
                LedgerEntry(
                    item: "no-deployment-checkout",
                    night: Day(number: 20_776),
                    state: .ongoing,
                    severity: .warning,
                    magnitude: 12.5,
                    title: "checkout was last deployed 12 days ago",
                    entity: Entity(kind: .service, name: "checkout")
                )
            ]
        )
        let edition = try #require(try history.editions(before: Day(number: 20_777)).first)
        #expect(edition.night.description == "2026-11-19")
        #expect(edition.asOf == "2026-11-20T00:00:00Z")
        #expect((edition.critical, edition.warning, edition.info) == (0, 1, 0))
    }

    /// `Fixtures/v2.sqlite` was made by `Fixtures/v2.py` from the README alone: its SQL, and a round
    /// of the head by its description.
    @Test func `a file of the second released schema is read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("v2.sqlite")
        let fixture = Self.root.appendingPathComponent("Tests/D8SHistoryTests/Fixtures/v2.sqlite")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
        let history = try History(at: path)
        try Self.expectExample(in: history)
        let start: Int64 = 1_793_534_400_000
        let labels = [Label("job", "node"), Label("instance", "db1:9100")]
        let expected: [Series: [Int64: UInt64]] = [
            Series(metric: "up"): [
                start - 15_000: 0.5.bitPattern, start: 1.0.bitPattern,
            ],
            Series(metric: "up", labels: labels): [start + 15_000: 0.0.bitPattern],
        ]
        #expect(try SampleTests.read(history) == expected)
        try history.fold()
        #expect(try SampleTests.read(history) == expected)
        #expect(try history.metrics().map(\.kind) == [.gauge])
        #expect(try history.cursors(of: "jenkins") == ["page": "7"])
        let window = Window(start: "2026-11-01T00:00:00Z", end: "2026-11-02T00:00:00Z")
        #expect(try history.alerts(overlapping: window).map(\.series.metric) == ["ALERTS"])
        #expect(try history.runs(in: window).first?.steps.map(\.name) == ["compile"])
    }

    /// What the README's example says: `date -u -d @1793527500` is Sun 1 Nov 2026 10:05:00.
    private static func expectExample(in history: History) throws {
        let all = try history.serviceHistories(asOf: "2026-11-20T00:00:00Z")
        let service = try #require(all.first)
        #expect(all.count == 1)
        #expect(service.service == Service(name: "checkout", team: "payments"))
        #expect(
            service.deployments == [
                Deployment(
                    service: "checkout",
                    environment: "production",
                    id: "build-812",
                    name: "v2.1.0",
                    revision: "8f3c2a1",
                    started: "2026-11-01T10:00:00Z",
                    finished: "2026-11-01T10:05:00Z",
                    status: .success
                )
            ]
        )
        #expect(service.changes.deployment == [0])
        #expect(service.changes.isMerge == [true])
        #expect(service.incidents.map(\.title) == ["Nobody can pay"])
        let source = try #require(try history.sources().first)
        #expect(source.services == ["checkout"])
        #expect(source.lastSuccess == "2026-11-01T12:01:00Z")
        #expect(source.newestEvent == "2026-11-01T11:00:00Z")
    }
}
