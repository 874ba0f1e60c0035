import D8SModel
import GRDB

/// Tells whether a statement lacks what the one before says of the same days.
struct CostCoverage {
    private let select: PreparedStatement

    /// Lines of some days: all, and those that lack each of `columns`.
    private struct Count {
        let lines: Int64
        let lacking: [Int64]
    }

    /// Columns of FOCUS without which a statement is worse.
    private static let columns = ["EffectiveCost", "BilledCost", "ServiceName"]

    init(_ db: Database) throws {
        select = try PreparedStatement(
            """
            SELECT
                total(lines), total(lines_without_effective), total(lines_without_billed),
                total(CASE WHEN service_name IS NULL THEN lines END)
            FROM cost_days JOIN cost_keys ON cost_keys.id = "key"
            WHERE statement = ?1 AND day < ?2
            """,
            in: db
        )
    }

    /// The first column that fewer lines have than before; nil if there is none.
    ///
    /// The days are those before the last one of the old statement, of which it may not have known
    /// all; that one too if it has no other.
    func loss(
        from old: CostStatementTable.Current,
        to new: Int64
    ) throws -> CostRefusal.Reason? {
        var end = Int64(Day(inUTC: Instant(milliseconds: old.lastCharge)).number)
        var before = try count(of: old.id, before: end)
        if before.lines == 0 {
            end += 1
            before = try count(of: old.id, before: end)
        }
        let after = try count(of: new, before: end)
        for (place, column) in Self.columns.enumerated() {
            let (had, has) = (before.lacking[place], after.lacking[place])
            if has > had, after.lines - has < before.lines - had {
                return .lacks(column: column, lines: Int(has))
            }
        }
        return nil
    }

    private func count(of statement: Int64, before day: Int64) throws -> Count {
        defer { select.reset() }
        try select.bind(statement, at: 1)
        try select.bind(day, at: 2)
        guard try select.step() else { return Count(lines: 0, lacking: [0, 0, 0]) }
        return Count(
            lines: select.integer(0),
            lacking: [select.integer(1), select.integer(2), select.integer(3)]
        )
    }
}
