import D8SModel
import GRDB

/// Reads and writes rows of `cost_statements`.
struct CostStatementTable {
    /// A statement that counts.
    struct Current {
        let id: Int64
        let isComplete: Bool
        let lines: Int64
        let lastCharge: Int64
        let digest: UInt64
    }

    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Puts a statement there that does not count yet.
    func stage(_ bill: CostBill, source: Int64, now: Int64?) throws -> Int64 {
        let insert = try PreparedStatement(
            """
            INSERT INTO cost_statements (
                source, account, currency, period_start, period_end, is_current, is_complete,
                taken_in
            )
            VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6)
            """,
            in: db
        )
        try insert.bind(source, at: 1)
        try insert.bind(bill.account, at: 2)
        try insert.bind(bill.currency.code, at: 3)
        try insert.bind(bill.period.start.milliseconds, at: 4)
        try insert.bind(bill.period.end.milliseconds, at: 5)
        try insert.bind(now, at: 6)
        try insert.run()
        return db.lastInsertedRowID
    }

    /// The statement of the same bill that counts; nil if there is none.
    func current(_ bill: CostBill, source: Int64) throws -> Current? {
        let select = try PreparedStatement(
            """
            SELECT id, is_complete, lines, last_charge, digest FROM cost_statements
            WHERE is_current = 1 AND source = ?1 AND account = ?2 AND currency = ?3
                AND period_start = ?4
            """,
            in: db
        )
        defer { select.reset() }
        try select.bind(source, at: 1)
        try select.bind(bill.account, at: 2)
        try select.bind(bill.currency.code, at: 3)
        try select.bind(bill.period.start.milliseconds, at: 4)
        guard try select.step() else { return nil }
        return Current(
            id: select.integer(0),
            isComplete: select.integer(1) == 1,
            lines: select.integer(2),
            lastCharge: select.integer(3),
            digest: UInt64(bitPattern: select.integer(4))
        )
    }

    /// The bills of a source's statements that count.
    func bills(of source: Int64) throws -> [CostBill] {
        let select = try PreparedStatement(
            """
            SELECT name, account, currency, period_start, period_end, is_complete
            FROM cost_statements JOIN sources ON sources.id = source
            WHERE is_current = 1 AND source = ?1
            """,
            in: db
        )
        defer { select.reset() }
        try select.bind(source, at: 1)
        var bills: [CostBill] = []
        while try select.step() { bills.append(try select.costStatement(from: 0).bill) }
        return bills
    }

    /// Whether a statement has keys that another has not.
    func needsKeys(_ id: Int64, thatLack other: Int64) throws -> Bool {
        let select = try PreparedStatement(
            """
            SELECT 1 FROM (
                SELECT "key" FROM cost_days WHERE statement = ?1
                EXCEPT SELECT "key" FROM cost_days WHERE statement = ?2
            ) LIMIT 1
            """,
            in: db
        )
        defer { select.reset() }
        try select.bind(id, at: 1)
        try select.bind(other, at: 2)
        return try select.step()
    }

    /// Makes a statement count.
    func promote(_ staged: CostMemory.Staged, isComplete: Bool) throws {
        let update = try PreparedStatement(
            """
            UPDATE cost_statements
            SET is_current = 1, is_complete = ?2, lines = ?3, last_charge = ?4, digest = ?5
            WHERE id = ?1
            """,
            in: db
        )
        try update.bind(staged.statement, at: 1)
        try update.bind(isComplete ? 1 : 0 as Int64, at: 2)
        try update.bind(staged.lines, at: 3)
        try update.bind(staged.lastCharge, at: 4)
        try update.bind(Int64(bitPattern: staged.digest), at: 5)
        try update.run()
    }

    /// Says that all of a statement is there.
    func complete(_ id: Int64) throws {
        let update = try PreparedStatement(
            "UPDATE cost_statements SET is_complete = 1 WHERE id = ?1",
            in: db
        )
        try update.bind(id, at: 1)
        try update.run()
    }

    /// Deletes a statement with its lines and days.
    func drop(_ id: Int64) throws {
        for sql in [
            "DELETE FROM cost_restatements WHERE statement = ?1",
            "DELETE FROM cost_lines WHERE statement = ?1",
            "DELETE FROM cost_days WHERE statement = ?1",
            "DELETE FROM cost_statements WHERE id = ?1",
        ] {
            let delete = try PreparedStatement(sql, in: db)
            try delete.bind(id, at: 1)
            try delete.run()
        }
    }

    /// Deletes the statements of a source that are meant.
    func forget(
        of source: Int64,
        where isMeant: (CostStatement) -> Bool
    ) throws -> [ForgottenCosts] {
        let select = try PreparedStatement(
            """
            SELECT
                name, account, currency, period_start, period_end, is_complete,
                cost_statements.id, lines
            FROM cost_statements JOIN sources ON sources.id = source
            WHERE is_current = 1 AND source = ?1
            ORDER BY account, period_start, currency
            """,
            in: db
        )
        try select.bind(source, at: 1)
        var found: [(id: Int64, costs: ForgottenCosts)] = []
        while try select.step() {
            let statement = try select.costStatement(from: 0)
            guard isMeant(statement) else { continue }
            let costs = ForgottenCosts(statement: statement, lines: Int(select.integer(7)))
            found.append((select.integer(6), costs))
        }
        select.reset()
        for (id, _) in found { try drop(id) }
        return found.map(\.costs)
    }

    /// Deletes what a collection left that never came to its end.
    ///
    /// - Returns: Whether there was any.
    func dropUnfinished(of source: Int64) throws -> Bool {
        let select = try PreparedStatement(
            "SELECT id FROM cost_statements WHERE source = ?1 AND is_current = 0",
            in: db
        )
        try select.bind(source, at: 1)
        var ids: [Int64] = []
        while try select.step() { ids.append(select.integer(0)) }
        select.reset()
        for id in ids { try drop(id) }
        return !ids.isEmpty
    }
}
