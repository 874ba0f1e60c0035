import GRDB

/// Reads and writes which series of a source were active on which day.
struct ActivityLog {
    let db: Database
    let source: Int64

    /// The source's limit, and what was active on its newest two days.
    func active() throws -> ActiveSeries {
        let select = try PreparedStatement(
            """
            SELECT series_limit, (SELECT max(day) FROM activity WHERE source = ?1)
            FROM sources WHERE id = ?1
            """,
            in: db
        )
        defer { select.reset() }
        try select.bind(source, at: 1)
        guard try select.step() else { return ActiveSeries(limit: 0, newest: nil, lately: []) }
        let newest = select.optionalInteger(1)
        var lately: Set<Int64> = []
        if let newest {
            lately.formUnion(try keys(on: newest))
            lately.formUnion(try keys(on: newest - 1))
        }
        return ActiveSeries(limit: Int(select.integer(0)), newest: newest, lately: lately)
    }

    /// Adds to what is known of a day.
    func note(_ keys: [Int64], on day: Int64) throws {
        let known = try self.keys(on: day)
        let all = KeyList.union(known, keys.sorted())
        guard all.count > known.count else { return }
        let upsert = try PreparedStatement(
            "INSERT OR REPLACE INTO activity (source, day, count, data) VALUES (?1, ?2, ?3, ?4)",
            in: db
        )
        try upsert.bind(source, at: 1)
        try upsert.bind(day, at: 2)
        try upsert.bind(Int64(all.count), at: 3)
        try upsert.bind(blob: KeyList.encode(all), at: 4)
        try upsert.run()
    }

    func forget(before day: Int64) throws {
        let delete = try PreparedStatement(
            "DELETE FROM activity WHERE source = ?1 AND day < ?2",
            in: db
        )
        try delete.bind(source, at: 1)
        try delete.bind(day, at: 2)
        try delete.run()
    }

    private func keys(on day: Int64) throws -> [Int64] {
        let select = try PreparedStatement(
            "SELECT data FROM activity WHERE source = ?1 AND day = ?2",
            in: db
        )
        defer { select.reset() }
        try select.bind(source, at: 1)
        try select.bind(day, at: 2)
        return try select.step() ? KeyList.decode(select.bytes(0)) : []
    }
}
