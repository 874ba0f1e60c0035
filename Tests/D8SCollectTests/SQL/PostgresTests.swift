import D8SModel
import Foundation
import Synchronization
import Testing

@testable import D8SCollect

/// Against a real server, which is skipped where Debian's `postgresql` is not installed.
@Suite(
    .serialized,
    .enabled("no PostgreSQL server can be started here") { PostgresServer.shared != nil }
)
struct PostgresTests {
    private let server: PostgresServer
    private static let now = Instant(milliseconds: 1_795_000_000_000)

    init() throws {
        server = try #require(PostgresServer.shared)
    }

    private func query(
        _ sql: String,
        _ records: SQLQuery.Records,
        overlap: Double = 0
    ) throws -> SQLQuery {
        let statement = try SQLStatement(sql)
        return SQLQuery(name: "q", statement: statement, records: records, overlap: overlap)
    }

    private func series(_ sql: String, _ mapping: SeriesMapping) throws -> SQLQuery {
        try query(sql, .series(mapping))
    }

    /// Everything that one round brings.
    private func collect(
        _ queries: [SQLQuery],
        zone: Zone? = nil,
        cursors: [String: String] = [:],
        timeout: Double = 20
    ) async throws -> (batch: RecordBatch, report: CollectReport) {
        let source = PostgresSource(
            access: server.access(),
            queries: queries,
            zone: zone,
            timeout: timeout
        )
        return try await Self.collect(source, cursors: cursors)
    }

    private static func collect(
        _ source: PostgresSource,
        cursors: [String: String] = [:]
    ) async throws -> (batch: RecordBatch, report: CollectReport) {
        let all = Mutex(RecordBatch())
        let report = try await source.collect(
            Occasion(now: { now }, cursors: cursors)
        ) { batch in
            all.withLock {
                $0.columns += batch.columns
                $0.deployments += batch.deployments
                $0.runs += batch.runs
                $0.services += batch.services
                $0.cursors.merge(batch.cursors) { $1 }
            }
        }
        return (all.withLock(\.self), report)
    }

    @Test func `rows become samples, whatever the types of their numbers`() async throws {
        let sql = """
            SELECT * FROM (VALUES
                ('2026-11-01 00:00+00'::timestamptz, 'a', 1.5::numeric, true, 9007199254740993::int8),
                ('2026-11-01 01:00+01', 'b', 'NaN', false, NULL),
                ('2026-11-01 02:00+00', 'a', 'Infinity', NULL, -1)) AS t(at, shop, n, open, id)
            """
        let mapping = SeriesMapping(
            values: [.init("n", "n"), .init("open", "open"), .init("id", "id")],
            labels: ["shop"]
        )
        let (batch, report) = try await collect([try series(sql, mapping)])
        #expect(report.read == 3 && report.rejected == 0)
        let found = batch.columns.map { column in
            "\(column.series) "
                + zip(column.times, column.values).map { "\($0 / 1000):\($1)" }
                .joined(separator: " ")
        }
        #expect(
            found == [
                "n{shop=\"a\"} 1793491200:1.5 1793498400:inf",
                "open{shop=\"a\"} 1793491200:1.0",
                "id{shop=\"a\"} 1793491200:9007199254740992.0 1793498400:-1.0",
                "n{shop=\"b\"} 1793491200:nan",
                "open{shop=\"b\"} 1793491200:0.0",
            ]
        )
    }

    @Test func `the next round asks only for what came since, with an overlap`() async throws {
        try server.run(
            """
            CREATE TABLE late (at timestamptz, n int);
            INSERT INTO late SELECT to_timestamp(1794990000 + i * 100), i FROM generate_series(0, 9) i
            """
        )
        let sql = "SELECT at, n AS value FROM late WHERE at > :since AND at <= :until ORDER BY 1"
        let mapping = SeriesMapping(metric: .constant("n"))
        let first = try await collect([try series(sql, mapping)])
        #expect(first.batch.columns.map(\.values) == [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]])
        let cursors = first.batch.cursors.compactMapValues(\.self)
        #expect(cursors == ["q": "2026-11-18T08:35:00Z"])
        try server.run("INSERT INTO late VALUES (to_timestamp(1794990950), 10)")
        let second = try await collect([try series(sql, mapping)], cursors: cursors)
        #expect(second.batch.columns.map(\.values) == [[10]])
        let overlapping = try query(sql, .series(mapping), overlap: 250)
        let third = try await collect([overlapping], cursors: cursors)
        #expect(third.batch.columns.map(\.values) == [[7, 8, 9, 10]])
    }

    @Test func `a bad row is named with its column, and the others stay`() async throws {
        let sql = """
            SELECT to_timestamp(1794990000 + i) AS at, CASE i WHEN 2 THEN 'much' ELSE i::text END AS n
            FROM generate_series(1, 3) i
            """
        let mapping = SeriesMapping(metric: .constant("n"), value: "n")
        let (batch, report) = try await collect([try series(sql, mapping)])
        #expect(batch.columns.map(\.values) == [[1, 3]])
        #expect(report.problems.map(\.description) == ["q row 2: n: `much` is no number"])
    }

    @Test func `deployments and runs by the columns that imports have`() async throws {
        let deployments = try query(
            "SELECT 7 AS id, 'v7' AS tag, '2026-11-02 09:00'::timestamp AS done, 'ok' AS result",
            .events(
                .deployments,
                ImportMapping(
                    columns: [.init("finished", "done"), .init("name", "tag")],
                    constants: [.init("service", "shop")]
                )
            )
        )
        var runs = try query(
            "SELECT 'r1' AS id, 'build' AS pipeline, date '2026-11-02' AS created, 'failed' AS status",
            .events(.runs, ImportMapping())
        )
        runs.name = "runs"
        let zone = try #require(Zone(identifier: "Europe/Berlin"))
        let (batch, report) = try await collect([deployments, runs], zone: zone)
        #expect(report.problems == [])
        let deployment = try #require(batch.deployments.first)
        #expect(deployment.id == "7" && deployment.name == "v7" && deployment.status == .success)
        #expect("\(deployment.finished)" == "2026-11-02T08:00:00Z")
        let run = try #require(batch.runs.first)
        #expect("\(run.created)" == "2026-11-01T23:00:00Z" && run.status == .failure)
    }

    @Test func `a time without a zone is a bad row`() async throws {
        let sql = "SELECT '2026-11-02 09:00'::timestamp AS at, 1 AS value"
        let mapping = SeriesMapping(metric: .constant("n"))
        let (batch, report) = try await collect([try series(sql, mapping)])
        #expect(batch.columns.isEmpty)
        #expect(report.problems.first?.reason.contains("has no time zone") == true)
    }

    @Test(arguments: [
        (
            "SELECT at,\n nothing FROM pg_class",
            #"column "at" does not exist (SQLSTATE 42703) in line 1"#
        ),
        (
            "SELECT 1\nFROM nowhere",
            #"relation "nowhere" does not exist (SQLSTATE 42P01) in line 2"#
        ),
        ("SELECT 1/(random() * 0)", "division by zero (SQLSTATE 22012)"),
        ("SELECT 1 FROM pg_am FOR UPDATE", "in a read-only transaction (SQLSTATE 25006)"),
        ("DROP TABLE pg_class", "syntax error at or near \"DROP\" (SQLSTATE 42601) in line 1"),
        ("SELECT 1 AS a", "it has no column time; its columns are a"),
    ])
    func `what the server refuses is told in its words`(
        _ sql: String,
        _ words: String
    ) async throws {
        let mapping = SeriesMapping(metric: .constant("n"))
        let error = await #expect(throws: CollectError.self) {
            try await collect([try series(sql, mapping)])
        }
        #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
    }

    @Test func `after a query that is refused, the others are read all the same`() async throws {
        let mapping = SeriesMapping(metric: .constant("n"))
        let bad = try series("SELECT nothing", mapping)
        var good = try series("SELECT now() AS at, 1 AS value", mapping)
        good.name = "good"
        let source = PostgresSource(access: server.access(), queries: [bad, good])
        let count = Mutex(0)
        await #expect(throws: CollectError.self) {
            try await source.collect(Occasion(now: { Self.now })) { batch in
                count.withLock { $0 += batch.sampleCount }
            }
        }
        #expect(count.withLock(\.self) == 1)
    }

    @Test func `a statement that takes too long is ended`() async throws {
        let slow = try series(
            "SELECT now() AS at, 1 AS value FROM pg_sleep(60)",
            SeriesMapping(metric: .constant("n"))
        )
        let start = ContinuousClock.now
        let error = await #expect(throws: CollectError.self) {
            try await collect([slow], timeout: 0.3)
        }
        #expect("\(try #require(error))".contains("did not answer whole within 0.3 s"))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `a server that says nothing is not waited for`() async throws {
        let (descriptor, port) = PostgresServer.listen()
        defer { close(descriptor) }
        var access = server.access()
        access.port = port
        let source = PostgresSource(access: access, queries: [], timeout: 0.3)
        let error = await #expect(throws: CollectError.self) { try await Self.collect(source) }
        #expect("\(try #require(error))".contains("did not answer whole within 0.3 s"))
    }

    @Test func `a wrong password is told, but not which`() async throws {
        let file = try ImportFixture("wr0ng pass", name: "password")
        var access = server.access()
        access.password = .file(file.path)
        let source = PostgresSource(access: access, queries: [], timeout: 5)
        let error = await #expect(throws: CollectError.self) { try await Self.collect(source) }
        let text = "\(try #require(error))"
        #expect(text.contains("password authentication failed for user \"d8s\""))
        #expect(!text.contains("wr0ng"))
    }

    @Test(arguments: [
        ("127.0.0.1", "ca.pem", PostgresAccess.TLSMode.verifyFull, true),
        ("localhost", "ca.pem", .verifyFull, true),
        ("127.0.0.1", "other.pem", .verifyFull, false),
        ("127.0.0.1", "other.pem", .verifyAuthority, false),
        ("127.0.0.1", "missing.pem", .verifyFull, false),
    ])
    func `a server is believed by its certificate only`(
        _ host: String,
        _ authorities: String,
        _ mode: PostgresAccess.TLSMode,
        _ isGood: Bool
    ) async throws {
        var access = server.access(host: host)
        access.tlsMode = mode
        access.authorities = server.folder + "/" + authorities
        let query = try series(
            "SELECT now() AS at, ssl::int AS value FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
            SeriesMapping(metric: .constant("tls"))
        )
        let source = PostgresSource(access: access, queries: [query], timeout: 5)
        if isGood {
            #expect(try await Self.collect(source).batch.columns.map(\.values) == [[1]])
        } else {
            let error = await #expect(throws: CollectError.self) { try await Self.collect(source) }
            guard case .unreachable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a Unix socket does as well`() async throws {
        let query = try series(
            "SELECT now() AS at, 1 AS value",
            SeriesMapping(metric: .constant("n"))
        )
        let source = PostgresSource(access: server.access(host: server.folder), queries: [query])
        #expect(try await Self.collect(source).batch.sampleCount == 1)
    }

    /// The rows of this query take some 300 MB if they are held as libpq's result.
    @Test func `a million rows are read in little memory`() async throws {
        let query = try series(
            """
            SELECT to_timestamp(1794000000 + i) AS at, i AS value, i % 100 AS host,
                repeat('x', 150) AS pad FROM generate_series(1, 1000000) i
            """,
            SeriesMapping(metric: .constant("n"))
        )
        let source = PostgresSource(access: server.access(), queries: [query])
        let seen = Mutex((samples: 0, largest: 0, sum: 0.0))
        let before = try Self.memory()
        let report = try await source.collect(Occasion(now: { Self.now })) { batch in
            seen.withLock {
                $0.samples += batch.sampleCount
                $0.largest = max($0.largest, batch.sampleCount)
                $0.sum += batch.columns.reduce(0) { $0 + $1.values.reduce(0, +) }
            }
        }
        let (samples, largest, sum) = seen.withLock(\.self)
        #expect(report.read == 1_000_000 && samples == 1_000_000 && sum == 500_000_500_000)
        #expect(largest == SampleGatherer.size)
        #expect(try Self.memory() - before < 150_000)
    }

    /// Resident memory, in kB.
    private static func memory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return line.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
    }
}
