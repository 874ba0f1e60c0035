import D8SCollect
import D8SModel
import Testing

@testable import D8SCommands

struct FileAndDatabaseSourceTests {
    private func read(_ entry: String) throws(CommandError) -> SourceConfiguration? {
        let text = "sources:\n" + entry.split(separator: "\n").map { "  \($0)\n" }.joined()
        return try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(text).sources.first
    }

    private func problems(_ entry: String) -> [String] {
        do {
            _ = try read(entry)
            return []
        } catch .configuration(let problems) {
            return problems.map(\.reason)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `every key of a database is read`() throws {
        let source = try #require(
            try read(
                """
                - postgres: postgresql://me@db1:6432/shop
                  password: ${PGPASSWORD}
                  tls: {mode: verify-ca, ca: ca.pem, cert: c.pem, key: c.key}
                  name: shop
                  every: 12h
                  since: 30d
                  timeout: 5m
                  timezone: Europe/London
                  queries:
                    - sql: SELECT at, region, n FROM sales WHERE at > :since
                      name: sales
                      overlap: 1h
                      series: {metric: {column: m}, time: at, value: n, labels: [region]}
                      set: {dc: berlin}
                    - sql: SELECT * FROM rollouts
                      deployments: {finished: done}
                      set: {service: shop}
                """
            )
        )
        #expect(source.name == "shop" && source.interval == 43_200)
        let postgres = try #require(source.collector as? PostgresSource)
        #expect(postgres.secrets == [.environment("PGPASSWORD")])
        #expect(postgres.access.host == "db1" && postgres.access.port == 6432)
        #expect(postgres.access.tlsMode == .verifyAuthority)
        #expect(postgres.access.authorities == "/srv/acme/ca.pem")
        #expect(postgres.access.certificate == "/srv/acme/c.pem")
        #expect(postgres.lookBack == 30 * 86_400 && postgres.timeout == 300)
        #expect(postgres.zone == Zone(identifier: "Europe/London"))
        #expect(postgres.queries.map(\.name) == ["sales", "query 2"])
        #expect(postgres.queries.map(\.overlap) == [3600, 0])
        let series = SeriesMapping(
            time: "at",
            metric: .column("m"),
            value: "n",
            labels: ["region"],
            constants: [Label("dc", "berlin")]
        )
        #expect(postgres.queries[0].records == .series(series))
        let mapping = ImportMapping(
            columns: [.init("finished", "done")],
            constants: [.init("service", "shop")]
        )
        #expect(postgres.queries[1].records == .events(.deployments, mapping))
    }

    @Test(arguments: [
        (
            "- postgres: postgresql://me:geheim@db1/shop\n  queries: [{sql: SELECT 1, runs: {}}]",
            "`postgres`: a password does not belong into this file"
        ),
        (
            "- postgres: postgresql://db1/shop\n  password: geheim\n"
                + "  queries: [{sql: SELECT 1, runs: {}}]",
            "`password` has to say where the secret is"
        ),
        ("- postgres: {host: db1}\n  queries: [{sql: SELECT 1, runs: {}}]", "`postgres` needs"),
        ("- postgres: postgresql://db1/shop", "a database needs `queries:"),
        ("- postgres: postgresql://db1/shop\n  queries: [{sql: SELECT 1}]", "a query needs one of"),
        (
            "- postgres: postgresql://db1/shop\n  queries: [{sql: 'SELECT :x', runs: {}}]",
            "`sql` line 1 has :x, which is none of :since"
        ),
        ("- mysql: mysql://db1/shop\n  queries: []", "`mysql`: MySQL and MariaDB are not read"),
        ("- mongodb: mongodb://db1/shop", "`mongodb`: MongoDB is not read"),
        ("- series: []", "`series` needs files"),
        ("- events: []", "`events` needs files"),
        ("- series: a.csv\n  value: a\n  values: {a: b}", "give one of `value` and `values`"),
    ])
    func `what cannot be used is told with its mend`(_ entry: String, _ reason: String) throws {
        let found = problems(entry)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix(reason) == true, "\(found)")
        #expect(!found.joined().contains("geheim"))
    }

    @Test func `files of samples and of events`() throws {
        let series = try #require(
            try read("- series: [a.csv, /b/*.om]\n  metric: load\n  form: csv\n  every: 2d")
        )
        #expect(series.name == "series:a.csv" && series.interval == 172_800)
        let files = try #require(series.collector as? SeriesFiles)
        #expect(files.paths == ["/srv/acme/a.csv", "/b/*.om"] && files.form == .csv)
        #expect(files.mapping == SeriesMapping(metric: .constant("load")))
        let events = try #require(try read("- events: spool/\n  name: delivery"))
        #expect(events.name == "delivery" && events.interval == 86_400)
        #expect((events.collector as? EventFiles)?.paths == ["/srv/acme/spool"])
    }
}
