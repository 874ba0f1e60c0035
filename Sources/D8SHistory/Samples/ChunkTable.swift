import GRDB

/// Writes and removes rows of `chunks`.
struct ChunkTable {
    private let insert: PreparedStatement
    private let delete: PreparedStatement

    init(_ db: Database) throws {
        insert = try PreparedStatement(
            """
            INSERT INTO chunks (series, resolution, first, last, count, data)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (series, resolution, first) DO UPDATE
            SET last = excluded.last, count = excluded.count, data = excluded.data
            """,
            in: db
        )
        delete = try PreparedStatement("DELETE FROM chunks WHERE id = ?1", in: db)
    }

    func insert(
        series: Int64,
        resolution: Int64,
        first: Int64,
        last: Int64,
        count: Int,
        _ bytes: [UInt8]
    ) throws {
        try insert.bind(series, at: 1)
        try insert.bind(resolution, at: 2)
        try insert.bind(first, at: 3)
        try insert.bind(last, at: 4)
        try insert.bind(Int64(count), at: 5)
        try insert.bind(blob: bytes, at: 6)
        try insert.run()
    }

    func remove(_ id: Int64) throws {
        try delete.bind(id, at: 1)
        try delete.run()
    }
}
