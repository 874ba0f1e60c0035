import D8SModel

/// One query on its way from the server to the records.
struct PostgresReading {
    let query: SQLQuery
    let source: PostgresSource
    let connection: PostgresConnection
    let occasion: Occasion

    /// Rows of one FETCH: few at first, then as many as some megabytes hold.
    private static let firstRows = 100
    private static let mostRows = 5000
    private static let fetchSize = 4 << 20

    private var place: String { "\(source.access.name) \(query.name)" }

    /// Reads the rows in a transaction that cannot write, by a cursor, and delivers the records; the
    /// query's own cursor comes with the last.
    ///
    /// - Throws: `CollectError.unusable` if the server refuses the statement, after which the
    ///   connection can be used on.
    func read(into sink: RecordSink) throws(CollectError) -> CollectReport {
        let until = occasion.now()
        _ = try checked(try connection.run(opening), of: opening, after: .max)
        do throws(CollectError) {
            try declare(until: until)
            let report = try fetchAll(until: until, into: sink)
            _ = try connection.run("COMMIT")
            return report
        } catch .unusable(let what, let reason, let mend) {
            _ = try connection.run("ROLLBACK")
            throw .unusable(what: what, reason: reason, mend: mend)
        }
    }

    /// What makes times come as ISO 8601 and numbers with all their digits, and statements planned
    /// for all of their rows.
    ///
    /// All of it ends with the transaction, so that it is safe
    /// behind a pool of connections.
    private var opening: String {
        let zone = source.zone?.identifier ?? "UTC"
        let quoted = zone.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        return """
            BEGIN READ ONLY; SET LOCAL statement_timeout = \(Int(source.timeout * 1000));
            SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = '\(quoted)';
            SET LOCAL extra_float_digits = 1; SET LOCAL cursor_tuple_fraction = 1
            """
    }

    private func declare(until: Instant) throws(CollectError) {
        let known = occasion.cursors[query.cursor].flatMap { Instant(iso8601: $0) }
        let since =
            known?.adding(seconds: -query.overlap) ?? until.adding(seconds: -source.lookBack)
        let instants = query.statement.parameters.map { parameter in
            switch parameter {
            case .since: "\(since)"
            case .until, .now: "\(until)"
            }
        }
        let prefix = "DECLARE d8s_rows NO SCROLL CURSOR FOR "
        let text = prefix + query.statement.text
        let result = try connection.run(text, instants: instants)
        _ = try checked(result, of: text, after: prefix.unicodeScalars.count)
    }

    private func fetchAll(
        until: Instant,
        into sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        var result = try fetch(Self.firstRows)
        let header = result.columns
        var rows = try taker(header)
        let form = PostgresRows(types: result.types, hasMidnights: isOfEvents)
        var row = RawRow()
        row.line = 0
        var report = CollectReport()
        while result.rowCount > 0 {
            for index in 0..<result.rowCount {
                form.read(index, of: result, into: &row)
                take(row, &rows, &report)
                try rows.flush(isLast: false, to: sink)
            }
            result = try fetch(Self.nextRows(after: result))
        }
        try rows.flush(isLast: true, to: sink)
        for note in rows.notes { report.note("\(query.name): \(note)") }
        try finish(rows.newest, until, &report, sink)
        return report
    }

    private func take(
        _ row: RawRow,
        _ rows: inout any RowTaker,
        _ report: inout CollectReport
    ) {
        report.countRead()
        let fault = row.fault.map { ColumnFault(nil, $0) } ?? rows.take(row)
        guard let fault else { return }
        report.reject(
            Problem(
                file: "\(query.name) row \(row.line)",
                line: nil,
                column: fault.column,
                reason: fault.reason
            )
        )
    }

    /// A time in the future is no reason to pass over what comes until then.
    private func finish(
        _ newest: Instant?,
        _ until: Instant,
        _ report: inout CollectReport,
        _ sink: RecordSink
    ) throws(CollectError) {
        guard let newest else { return }
        report.saw(newest)
        let cursor = "\(min(newest, until))"
        guard cursor != occasion.cursors[query.cursor] else { return }
        try deliver(RecordBatch(cursors: [query.cursor: cursor]), to: sink)
    }

    private func fetch(_ count: Int) throws(CollectError) -> PostgresResult {
        let text = "FETCH FORWARD \(count) FROM d8s_rows"
        return try checked(try connection.run(text), of: text, after: .max)
    }

    /// As many rows as fit into the memory of a fetch, judged by the last.
    private static func nextRows(after result: PostgresResult) -> Int {
        let size = max(1, result.size / max(1, result.rowCount))
        return min(mostRows, max(1, fetchSize / size), result.rowCount * 10)
    }

    private var isOfEvents: Bool {
        if case .events = query.records { true } else { false }
    }

    private func taker(_ header: [String]) throws(CollectError) -> any RowTaker {
        switch query.records {
        case .series(let mapping):
            let plan = try SeriesPlan(header: header, mapping: mapping, table: place)
            return SampleRows(plan: plan, zone: source.zone)
        case .events(let kind, let mapping):
            let plan = try plan(kind, mapping, header)
            return EventRows(plan: plan, kind: kind, zone: source.zone)
        }
    }

    private func plan(
        _ kind: ImportKind,
        _ mapping: ImportMapping,
        _ header: [String]
    ) throws(CollectError) -> ColumnPlan {
        do throws(CollectError) {
            return try ColumnPlan(
                kind: ImportColumns.of(kind),
                header: header,
                mapping: mapping,
                file: place,
                isComplete: true
            )
        } catch .missingColumn(_, let column, let found) {
            throw .unusable(
                what: place,
                reason: "it has no column \(column.abridged); its columns are "
                    + found.map(\.abridged).joined(separator: ", "),
                mend: "Name one under `\(kind.rawValue)`, or give the column that name (AS)."
            )
        } catch .unknownColumn(let name, let known) {
            throw .unusable(
                what: place,
                reason: "\(name.abridged) is no field of \(kind.rawValue)",
                mend: "The fields are: \(known.joined(separator: ", "))."
            )
        } catch .repeatedColumn(_, let column), .ambiguousColumn(_, let column, _) {
            throw .unusable(
                what: place,
                reason: "several of its columns may be \(column.abridged)",
                mend: "Name one under `\(kind.rawValue)`, or rename the others (AS)."
            )
        }
    }

    /// The result, if it is no error.
    private func checked(
        _ result: PostgresResult,
        of statement: String,
        after prefix: Int
    ) throws(CollectError) -> PostgresResult {
        guard result.isError else { return result }
        let fault = result.fault
        if fault.isTimeout {
            throw .timedOut(address: place, seconds: source.timeout)
        }
        throw .unusable(
            what: place,
            reason: connection.redacted(fault.reason(of: statement, after: prefix)),
            mend: fault.hint ?? "Correct its `sql`, or what the user may read."
        )
    }
}
