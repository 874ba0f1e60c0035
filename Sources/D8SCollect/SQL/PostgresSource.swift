package import D8SModel

/// A PostgreSQL database (also TimescaleDB, Citus, Supabase) whose queries' rows are records.
package struct PostgresSource: Sendable {
    package var access: PostgresAccess
    package var queries: [SQLQuery]
    /// Where times without a zone are; nil makes a row with such a time bad.
    package var zone: Zone?
    /// How far the first round looks back, in seconds.
    package var lookBack: Double
    /// Seconds for connecting, and for each statement.
    package var timeout: Double

    package init(
        access: PostgresAccess,
        queries: [SQLQuery],
        zone: Zone? = nil,
        lookBack: Double = 90 * 86_400,
        timeout: Double = 60
    ) {
        self.access = access
        self.queries = queries
        self.zone = zone
        self.lookBack = lookBack
        self.timeout = timeout
    }
}

extension PostgresSource: Collector {
    package var kind: String { "postgres" }

    package var secrets: [Secret] { [access.password].compactMap(\.self) }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in try read(occasion, into: sink) }
    }

    /// Asks every query, also after one that the server refuses.
    ///
    /// - Throws: What breaks the connection; else the first query's error, at the end.
    func read(_ occasion: Occasion, into sink: RecordSink) throws(CollectError) -> CollectReport {
        let connection = try PostgresConnection(access, timeout: timeout)
        var report = CollectReport()
        var failure: CollectError?
        for query in queries {
            let reading = PostgresReading(
                query: query,
                source: self,
                connection: connection,
                occasion: occasion
            )
            do throws(CollectError) {
                report.add(try reading.read(into: sink))
            } catch .unusable(let what, let reason, let mend) {
                failure = failure ?? .unusable(what: what, reason: reason, mend: mend)
            }
        }
        if let failure { throw failure }
        try forgetCursors(occasion, sink)
        return report
    }

    /// Queries that are no longer configured need no cursor.
    private func forgetCursors(_ occasion: Occasion, _ sink: RecordSink) throws(CollectError) {
        let known = Set(queries.map(\.cursor))
        let stale = occasion.cursors.keys.filter { !known.contains($0) }
        let cursors = [String: String?](uniqueKeysWithValues: stale.map { ($0, nil) })
        try deliver(RecordBatch(cursors: cursors), to: sink)
    }
}
