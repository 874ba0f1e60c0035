import D8SModel
import GRDB

/// Reads a table of costs: first its days, then the keys that they have.
struct CostTableReader {
    private(set) var table = CostTable()
    private var keys: [Int64: Int] = [:]
    private var statements: [Int64: Int] = [:]

    mutating func readDays(in window: Window, _ db: Database) throws {
        try readStatements(db)
        let select = try PreparedStatement(Self.selectDays, in: db)
        defer { select.reset() }
        let (first, end) = (Day(beginningFrom: window.start), Day(beginningFrom: window.end))
        for (id, statement) in statements.sorted(by: { $0.value < $1.value }) {
            select.reset()
            try select.bind(id, at: 1)
            try select.bind(Int64(first.number), at: 2)
            try select.bind(Int64(end.number), at: 3)
            while try select.step() { try readDay(select, statement) }
        }
    }

    /// Keys are numbered in the order of their ids, so that the same history gives the same table.
    mutating func readKeys(_ db: Database) throws {
        let ids = keys.keys.sorted()
        var numbers = Array(repeating: 0, count: keys.count)
        let select = try PreparedStatement(
            "SELECT \(CostColumns.list) FROM cost_keys WHERE id = ?1",
            in: db
        )
        defer { select.reset() }
        table.keys.reserveCapacity(ids.count)
        for (number, id) in ids.enumerated() {
            if let place = keys[id] { numbers[place] = number }
            select.reset()
            try select.bind(id, at: 1)
            table.keys.append(try select.step() ? CostColumns.key(select, from: 0) : CostKey())
        }
        for index in table.days.indices { table.days[index].key = numbers[table.days[index].key] }
        table.days.sort { ($0.day, $0.statement, $0.key) < ($1.day, $1.statement, $1.key) }
    }

    private mutating func readStatements(_ db: Database) throws {
        for (id, statement) in try Self.statements(db) {
            statements[id] = table.statements.count
            table.statements.append(statement)
        }
        table.repeated = try Self.statements(db, thatCount: false).map(\.statement)
    }

    /// The statements that count, or those that do not, since another source says the same bill,
    /// with their ids, by source, account, period and currency.
    static func statements(
        _ db: Database,
        thatCount: Bool = true
    ) throws -> [(id: Int64, statement: CostStatement)] {
        let select = try PreparedStatement(selectStatements, in: db)
        defer { select.reset() }
        try select.bind(thatCount ? 1 : 0 as Int64, at: 1)
        var statements: [(Int64, CostStatement)] = []
        while try select.step() {
            statements.append((select.integer(6), try select.costStatement(from: 0)))
        }
        return statements
    }

    private mutating func readDay(_ row: PreparedStatement, _ statement: Int) throws {
        let id = row.integer(1)
        let key: Int
        if let known = keys[id] {
            key = known
        } else {
            key = keys.count
            keys[id] = key
        }
        let sum = try DayTable.sum(row, from: 2)
        table.days.append(
            CostDay(
                day: Day(number: Int(row.integer(0))),
                key: key,
                statement: statement,
                amounts: sum.amounts,
                consumedQuantity: sum.consumedQuantity,
                pricingQuantity: sum.pricingQuantity,
                lines: sum.lines,
                linesWithoutBilled: sum.linesWithoutBilled,
                linesWithoutEffective: sum.linesWithoutEffective
            )
        )
    }

    private static let selectStatements = """
        SELECT
            name, account, currency, period_start, period_end, is_complete, cost_statements.id
        FROM cost_statements
        JOIN sources ON sources.id = source
        JOIN \(CostSelection.table) ON ranked = cost_statements.id
        WHERE (place = 1) = ?1
        ORDER BY name, account, period_start, currency
        """

    private static let selectDays = """
        SELECT day, "key", \(DayTable.columns) FROM cost_days
        WHERE statement = ?1 AND day >= ?2 AND day < ?3
        ORDER BY day, "key"
        """
}

extension Day {
    /// The first day (UTC) that begins at this instant or later.
    fileprivate init(beginningFrom instant: Instant) {
        let day = Day(inUTC: instant)
        self = day.startInUTC == instant ? day : day.adding(days: 1)
    }
}
