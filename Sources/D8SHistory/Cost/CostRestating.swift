import D8SModel
import GRDB

/// Keeps what a statement said that another takes the place of: the sums by day and service that
/// are no longer the same.
struct CostRestating {
    private let now: Int64
    private let select: PreparedStatement
    private let move: PreparedStatement
    private let insert: PreparedStatement

    private struct Place: Hashable {
        let day: Int64
        let service: String
    }

    init(_ db: Database, now: Int64) throws {
        self.now = now
        select = try PreparedStatement(
            """
            SELECT day, service_name, \(DayTable.columns)
            FROM cost_days JOIN cost_keys ON cost_keys.id = "key"
            WHERE statement = ?1 AND day < ?2
            """,
            in: db
        )
        move = try PreparedStatement(
            "UPDATE cost_restatements SET statement = ?2 WHERE statement = ?1",
            in: db
        )
        insert = try PreparedStatement(
            """
            INSERT INTO cost_restatements VALUES (
                ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
            )
            ON CONFLICT (statement, replaced, day, service_name) DO UPDATE SET
                billed_after = excluded.billed_after, effective_after = excluded.effective_after,
                list_after = excluded.list_after, contracted_after = excluded.contracted_after
            """,
            in: db
        )
    }

    /// Notes what differs on the days before the last one of the old statement, of which it may not
    /// have known all; what it restated itself stays.
    func note(
        from old: CostStatementTable.Current,
        to new: CostMemory.Staged
    ) throws {
        try move.bind(old.id, at: 1)
        try move.bind(new.statement, at: 2)
        try move.run()
        let last = Int64(Day(inUTC: Instant(milliseconds: old.lastCharge)).number)
        let before = try sums(of: old.id, before: last)
        let after = try sums(of: new.statement, before: last)
        let places = Set(before.keys).union(after.keys)
        for place in places where before[place] != after[place] {
            try note(place, of: new.statement, before[place], after[place])
        }
    }

    /// Notes what the first export of a bill adds to days before its period: corrections of bills
    /// that came before.
    ///
    /// The last day before it is left out: a provider whose days are not those of UTC bills some of
    /// its hours with the next period.
    func note(corrections new: CostMemory.Staged) throws {
        let start = Int64(Day(inUTC: new.bill.period.start).number)
        for (place, amounts) in try sums(of: new.statement, before: start - 1) {
            try note(place, of: new.statement, nil, amounts)
        }
    }

    private func note(
        _ place: Place,
        of statement: Int64,
        _ before: CostAmounts?,
        _ after: CostAmounts?
    ) throws {
        try insert.bind(statement, at: 1)
        try insert.bind(now, at: 2)
        try insert.bind(place.day, at: 3)
        try insert.bind(place.service, at: 4)
        try bind(before, at: 5)
        try bind(after, at: 9)
        try insert.run()
    }

    private func bind(_ amounts: CostAmounts?, at index: Int32) throws {
        try insert.bind(amounts?.billed, at: index)
        try insert.bind(amounts?.effective, at: index + 1)
        try insert.bind(amounts?.list, at: index + 2)
        try insert.bind(amounts?.contracted, at: index + 3)
    }

    private func sums(of statement: Int64, before day: Int64) throws -> [Place: CostAmounts] {
        defer { select.reset() }
        try select.bind(statement, at: 1)
        try select.bind(day, at: 2)
        var sums: [Place: CostAmounts] = [:]
        while try select.step() {
            let place = Place(day: select.integer(0), service: select.optionalText(1) ?? "")
            guard sums[place, default: CostAmounts()].add(try select.amounts(2)) else {
                throw HistoryError.row(
                    record: "costs of \(Day(number: Int(place.day)))",
                    reason: "their sum has more digits than 38"
                )
            }
        }
        return sums
    }
}
