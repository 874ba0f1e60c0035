import D8SModel
import GRDB

/// Reads and writes rows of `cost_days`.
struct DayTable {
    private let select: PreparedStatement
    private let insert: PreparedStatement

    init(_ db: Database) throws {
        select = try PreparedStatement(
            """
            SELECT \(Self.columns) FROM cost_days
            WHERE statement = ?1 AND day = ?2 AND "key" = ?3
            """,
            in: db
        )
        insert = try PreparedStatement(
            """
            INSERT OR REPLACE INTO cost_days (statement, day, "key", \(Self.columns))
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """,
            in: db
        )
    }

    /// What a sum is made of, in the order in which it is read.
    static let columns = """
        billed, effective, list, contracted, consumed_quantity, pricing_quantity, lines,
        lines_without_billed, lines_without_effective
        """

    func sum(at place: DaySums.Place) throws -> DaySum? {
        defer { select.reset() }
        try bind(place, to: select)
        return try select.step() ? Self.sum(select, from: 0) : nil
    }

    func put(_ sum: DaySum, at place: DaySums.Place) throws {
        try bind(place, to: insert)
        try insert.bind(sum.amounts.billed, at: 4)
        try insert.bind(sum.amounts.effective, at: 5)
        try insert.bind(sum.amounts.list, at: 6)
        try insert.bind(sum.amounts.contracted, at: 7)
        try insert.bind(sum.consumedQuantity, at: 8)
        try insert.bind(sum.pricingQuantity, at: 9)
        try insert.bind(Int64(sum.lines), at: 10)
        try insert.bind(Int64(sum.linesWithoutBilled), at: 11)
        try insert.bind(Int64(sum.linesWithoutEffective), at: 12)
        try insert.run()
    }

    /// The sum in a row whose columns from `first` on are `columns`.
    static func sum(_ row: PreparedStatement, from first: Int32) throws -> DaySum {
        DaySum(
            amounts: try row.amounts(first),
            consumedQuantity: try row.optionalDecimal(first + 4),
            pricingQuantity: try row.optionalDecimal(first + 5),
            lines: Int(row.integer(first + 6)),
            linesWithoutBilled: Int(row.integer(first + 7)),
            linesWithoutEffective: Int(row.integer(first + 8))
        )
    }

    private func bind(_ place: DaySums.Place, to statement: PreparedStatement) throws {
        try statement.bind(place.statement, at: 1)
        try statement.bind(place.day, at: 2)
        try statement.bind(place.key, at: 3)
    }
}
