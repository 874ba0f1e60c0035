package import D8SModel
import GRDB

extension History {
    /// Passes every charge of the statements that count, one after the other.
    ///
    /// By source, account, period and currency; within a statement in the order of its files.
    ///
    /// - Parameters:
    ///   - window: Charges that begin in it.
    ///   - body: Receives the name of the source and the charge.
    /// - Throws: `HistoryError`, and what `body` throws, which ends the reading.
    package func forEachCostLine(
        in window: Window,
        _ body: (_ source: String, CostLine) throws -> Void
    ) throws {
        try queue.read { db in
            let select = try PreparedStatement(Self.selectLines, in: db)
            defer { select.reset() }
            var keys = CostKeyReader(try Self.keySelect(db))
            for (id, statement) in try CostTableReader.statements(db) {
                select.reset()
                try select.bind(id, at: 1)
                try select.bind(window.start.milliseconds, at: 2)
                try select.bind(window.end.milliseconds, at: 3)
                while try select.step() {
                    try body(statement.source, try Self.line(select, statement, &keys))
                }
            }
        }
    }

    private static func line(
        _ row: PreparedStatement,
        _ statement: CostStatement,
        _ keys: inout CostKeyReader
    ) throws -> CostLine {
        CostLine(
            key: try keys.key(row.integer(0)),
            billingPeriod: statement.period,
            chargePeriod: Window(start: row.instant(1), end: row.instant(2)),
            currency: statement.currency,
            amounts: try row.amounts(3),
            consumedQuantity: try row.optionalDecimal(7),
            pricingQuantity: try row.optionalDecimal(8),
            commitmentQuantity: try row.optionalDecimal(9),
            listUnitPrice: try row.optionalDecimal(10),
            contractedUnitPrice: try row.optionalDecimal(11)
        )
    }

    private static func keySelect(_ db: Database) throws -> PreparedStatement {
        try PreparedStatement("SELECT \(CostColumns.list) FROM cost_keys WHERE id = ?1", in: db)
    }

    private static let selectLines = """
        SELECT
            "key", charge_start, charge_end, billed, effective, list, contracted,
            consumed_quantity, pricing_quantity, commitment_quantity, list_unit_price,
            contracted_unit_price
        FROM cost_lines WHERE statement = ?1 AND charge_start >= ?2 AND charge_start < ?3
        ORDER BY number
        """
}
