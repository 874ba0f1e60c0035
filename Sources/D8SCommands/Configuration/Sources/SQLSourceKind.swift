import D8SCollect
import D8SModel
import Yams

/// An entry `- postgres: URL`.
enum SQLSourceKind: SourceKind {
    static let key = "postgres"
    static let usage = "postgres: URL"
    static let example = """
        # Rows of a PostgreSQL database (also TimescaleDB, Citus, Supabase):
        #   - postgres: postgresql://d8s@db1:5432/shop
        #       # or {host: db1, port: 5432, database: shop, user: d8s}
        #     password: ${PGPASSWORD}    # or file:PATH; never in the URL
        #     tls: {mode: verify-full, ca: ca.pem, cert: client.pem, key: client.key}
        #                                # or disable, prefer, require, verify-ca; on this machine,
        #                                # prefer is the default
        #     name: shop                 # what the pages call this source
        #     every: 1d                  # older than that, and it is an item
        #     since: 90d                 # how far the first round looks back
        #     timeout: 60s               # for connecting, and for each statement
        #     timezone: Europe/London    # where times without a zone are
        #     queries:                   # read-only; :since, :until and :now are bound as times
        #       - sql: SELECT at, region, sum FROM sales WHERE at > :since AND at <= :until
        #         name: sales            # under which it is known how far it was read
        #         overlap: 1h            # read again, for rows that come late
        #         series: {metric: shop_sales_euros, time: at, value: sum, labels: [region]}
        #         # or {metric: {column: name}, …}, or {values: {metric_a: column_a, …}, …}
        #       - sql: SELECT id, done, tag FROM rollouts WHERE done > :since
        #         deployments: {finished: done, name: tag}   # or changes, incidents, runs
        #         set: {service: shop}   # the same for all rows; for series, more labels
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        var access = address(&reader)
        let password = reader.secret("password", in: place.folder)
        access?.password = password
        readTLS(&reader, in: place.folder, into: &access)
        let name = reader.string("name") ?? access?.name
        let every = reader.duration("every") ?? 86_400
        let lookBack = reader.duration("since") ?? 90 * 86_400
        let timeout = reader.duration("timeout") ?? 60
        let zone = reader.value("timezone", form: "an IANA name such as Europe/London") {
            Zone(identifier: $0)
        }
        let queries = SQLQueryReader.read(&reader)
        guard let access, let name, !queries.isEmpty else { return [] }
        let source = PostgresSource(
            access: access,
            queries: queries,
            zone: zone,
            lookBack: lookBack,
            timeout: min(timeout, 86_400)
        )
        return [SourceConfiguration(name: name, interval: every, collector: source)]
    }

    /// A URL, or a mapping of its parts.
    private static func address(_ reader: inout MappingReader) -> PostgresAccess? {
        guard let node = reader.node("postgres") else { return nil }
        guard let url = node.string else { return parts(node, &reader) }
        do throws(PostgresAccess.URLFault) {
            return try PostgresAccess(url: url, user: "d8s")
        } catch {
            reader.note(node, "`postgres`: \(error)")
            return nil
        }
    }

    private static func parts(_ node: Node, _ reader: inout MappingReader) -> PostgresAccess? {
        var inner = reader.nestedReader(node, title: "`postgres`")
        let host = inner.string("host") ?? "localhost"
        let port = inner.value("port", form: "a number from 1 to 65535") {
            Int($0).flatMap { (1...65_535).contains($0) ? $0 : nil }
        }
        let database = inner.string("database"), user = inner.string("user") ?? "d8s"
        if database == nil { inner.noteMissing("`postgres` needs `database`") }
        reader.absorb(inner.finish())
        return database.map {
            PostgresAccess(host: host, port: port ?? 5432, database: $0, user: user)
        }
    }

    private static func readTLS(
        _ reader: inout MappingReader,
        in folder: String,
        into access: inout PostgresAccess?
    ) {
        reader.nested("tls", title: "`tls`") { tls in
            func path(_ key: String) -> String? {
                tls.string(key).map { FilePath.absolute($0, in: folder) }
            }
            if let mode = tls.choice("mode", PostgresAccess.TLSMode.self) { access?.tlsMode = mode }
            access?.authorities = path("ca")
            let certificate = path("cert"), key = path("key")
            access?.certificate = certificate
            access?.key = key
            if (certificate == nil) != (key == nil) {
                tls.noteMissing("`tls` needs both `cert` and `key`, or neither")
            }
        }
    }
}
