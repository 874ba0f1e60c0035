import D8SModel
import GRDB

/// Writes rows of `cost_lines`.
struct CostLineTable {
    private let insert: PreparedStatement
    /// The line as bytes: what its digest is made of, and its texts.
    private var bytes: [UInt8] = []

    init(_ db: Database) throws {
        insert = try PreparedStatement(
            """
            INSERT INTO cost_lines (
                statement, number, "key", charge_start, charge_end, billed, effective, list,
                contracted, consumed_quantity, pricing_quantity, commitment_quantity,
                list_unit_price, contracted_unit_price
            )
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """,
            in: db
        )
    }

    /// Writes a line.
    ///
    /// - Returns: Its digest, the same for the same line in every statement.
    mutating func put(
        _ entry: CostEntry,
        key: Int64,
        statement: Int64,
        number: Int64
    ) throws -> UInt64 {
        bytes.removeAll(keepingCapacity: true)
        try insert.bind(statement, at: 1)
        try insert.bind(number, at: 2)
        try put(key, at: 3)
        try put(entry.chargePeriod.start.milliseconds, at: 4)
        try put(entry.chargePeriod.end.milliseconds, at: 5)
        try put(entry.amounts.billed, at: 6)
        try put(entry.amounts.effective, at: 7)
        try put(entry.amounts.list, at: 8)
        try put(entry.amounts.contracted, at: 9)
        try put(entry.consumedQuantity, at: 10)
        try put(entry.pricingQuantity, at: 11)
        try put(entry.commitmentQuantity, at: 12)
        try put(entry.listUnitPrice, at: 13)
        try put(entry.contractedUnitPrice, at: 14)
        try insert.run()
        return bytes.withUnsafeBytes(XXH64.hash)
    }

    private mutating func put(_ number: Int64, at index: Int32) throws {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        try insert.bind(number, at: index)
    }

    private mutating func put(_ value: ExactDecimal?, at index: Int32) throws {
        let start = bytes.count
        if let value {
            value.append(to: &bytes)
            try insert.bind(utf8: bytes[start...], at: index)
        } else {
            try insert.bind(nil as String?, at: index)
        }
        bytes.append(0xFF)
    }
}
