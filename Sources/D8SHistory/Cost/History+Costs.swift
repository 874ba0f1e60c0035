package import D8SModel
import GRDB

extension History {
    /// What was charged by day and key, of the statements that count: of a bill that several
    /// sources say, the one that was taken in last; the others are named in `repeated`.
    ///
    /// - Parameter window: The days (UTC) that begin in it.
    /// - Returns: The table; empty if nothing was charged.
    /// - Throws: `HistoryError`; `.row` for an amount that is no decimal number.
    package func costs(in window: Window) throws(HistoryError) -> CostTable {
        try read { db in
            var reader = CostTableReader()
            try reader.readDays(in: window, db)
            try reader.readKeys(db)
            return reader.table
        }
    }

    /// Whether the history holds any costs.
    package func hasCosts() throws(HistoryError) -> Bool {
        try read { db in
            let select = try PreparedStatement(
                "SELECT 1 FROM cost_statements WHERE is_current = 1 LIMIT 1",
                in: db
            )
            defer { select.reset() }
            return try select.step()
        }
    }

    /// What statements that count say otherwise than those did that they replaced, by day and
    /// service.
    ///
    /// - Parameter window: When the earlier statement was replaced.
    /// - Returns: Sorted by the time, then by source, account, period, day and service.
    /// - Throws: `HistoryError`; `.row` for an amount that is no decimal number.
    package func costRestatements(
        in window: Window
    ) throws(HistoryError) -> [CostRestatement] {
        try read { db in
            let select = try PreparedStatement(Self.selectRestatements, in: db)
            defer { select.reset() }
            try select.bind(window.start.milliseconds, at: 1)
            try select.bind(window.end.milliseconds, at: 2)
            var found: [CostRestatement] = []
            while try select.step() {
                let service = select.text(7)
                found.append(
                    CostRestatement(
                        statement: try select.costStatement(from: 0),
                        replaced: select.instant(6),
                        day: Day(number: Int(select.integer(8))),
                        service: service.isEmpty ? nil : service,
                        before: try select.amounts(9),
                        after: try select.amounts(13)
                    )
                )
            }
            return found
        }
    }

    private static let selectRestatements = """
        SELECT
            sources.name, account, currency, period_start, period_end, is_complete, replaced,
            service_name, day, billed_before, effective_before, list_before, contracted_before,
            billed_after, effective_after, list_after, contracted_after
        FROM cost_restatements
        JOIN cost_statements ON cost_statements.id = statement
        JOIN sources ON sources.id = source
        JOIN \(CostSelection.table) ON ranked = statement
        WHERE place = 1 AND replaced >= ?1 AND replaced < ?2
        ORDER BY replaced, sources.name, account, period_start, currency, day, service_name
        """
}

extension PreparedStatement {
    /// Source, account, currency, start, end and completeness, in six columns.
    func costStatement(from first: Int32) throws -> CostStatement {
        guard let currency = Currency(text(first + 2)) else {
            throw HistoryError.row(
                record: "statement of \(Excerpt.of(text(first + 1)))",
                reason: "its currency is no ISO 4217 code"
            )
        }
        return CostStatement(
            source: text(first),
            bill: CostBill(
                account: text(first + 1),
                period: Window(start: instant(first + 3), end: instant(first + 4)),
                currency: currency
            ),
            isComplete: integer(first + 5) == 1
        )
    }
}
