package import D8SModel
import GRDB

extension History {
    /// Takes back what a collection of costs brought that did not come to its end.
    ///
    /// - Parameter source: Name of a registered source.
    /// - Throws: `HistoryError`.
    package func abandonCosts(of source: String) throws(HistoryError) {
        do {
            let key = try read { try Self.key(ofSource: source, $0) }
            guard costs.take(key) != nil else { return }
            let isLoose = try transaction { try CostStatementTable($0).dropUnfinished(of: key) }
            if isLoose { costs.noteLooseKeys() }
            try dropLooseKeys()
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Removes statements of a source that came by mistake, with their lines, day sums and keys.
    ///
    /// - Parameters:
    ///   - source: Name of the source.
    ///   - isMeant: Whether a statement goes.
    /// - Returns: What was removed, by account, period and currency.
    /// - Throws: `HistoryError`; `.unknownSource` if there is no source of the name.
    package func forgetCosts(
        of source: String,
        where isMeant: (CostStatement) -> Bool
    ) throws(HistoryError) -> [ForgottenCosts] {
        do {
            let forgotten = try transaction { db in
                let key = try Self.key(ofSource: source, db)
                return try CostStatementTable(db).forget(of: key, where: isMeant)
            }
            if !forgotten.isEmpty { costs.noteLooseKeys() }
            try dropLooseKeys()
            return forgotten
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Deletes keys that no statement needs, if a collection has left some.
    ///
    /// The rows that point at keys have no index for it: SQLite would look through all of them for
    /// each key. So it does not check them here; the keys are those that no row has.
    func dropLooseKeys() throws {
        guard costs.takeLooseKeys() else { return }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            try db.inTransaction(.immediate) {
                try db.execute(sql: Self.deleteLooseKeys)
                return .commit
            }
        }
    }

    /// Every line of a statement that counts is in its days too.
    private static let deleteLooseKeys = """
        DELETE FROM cost_keys WHERE id NOT IN (
            SELECT "key" FROM cost_days
            UNION
            SELECT "key" FROM cost_lines
            WHERE statement IN (SELECT id FROM cost_statements WHERE is_current = 0)
        )
        """
}
