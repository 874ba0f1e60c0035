import D8SModel
import GRDB

/// Finds keys in `cost_keys`, and puts those there that are new.
struct CostKeyTable {
    private let find: PreparedStatement
    private let insert: PreparedStatement
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        find = try PreparedStatement(
            "SELECT id, \(CostColumns.list) FROM cost_keys WHERE digest = ?1 ORDER BY id",
            in: db
        )
        let places = (1...CostColumns.all.count + 1).map { "?\($0)" }.joined(separator: ", ")
        insert = try PreparedStatement(
            "INSERT INTO cost_keys (digest, \(CostColumns.list)) VALUES (\(places))",
            in: db
        )
    }

    /// The id of the key.
    func id(of key: CostKey) throws -> Int64 {
        let tags = CostColumns.tags(of: key)
        let digest = Self.digest(of: key, tags)
        defer { find.reset() }
        try find.bind(digest, at: 1)
        while try find.step() {
            if CostColumns.key(find, from: 1) == key { return find.integer(0) }
        }
        try insert.bind(digest, at: 1)
        for field in CostField.allCases {
            try insert.bind(key[field], at: Int32(field.rawValue) + 2)
        }
        let last = Int32(CostColumns.all.count) + 1
        if let tags {
            try insert.bind(utf8: tags, at: last)
        } else {
            try insert.bind(nil as String?, at: last)
        }
        try insert.run()
        return db.lastInsertedRowID
    }

    /// XXH64 of the columns that are not NULL, name and text, each ended by FF.
    private static func digest(of key: CostKey, _ tags: [UInt8]?) -> Int64 {
        var bytes: [UInt8] = []
        func append(_ name: String, _ text: some Swift.Collection<UInt8>) {
            bytes += name.utf8
            bytes.append(0xFF)
            bytes += text
            bytes.append(0xFF)
        }
        for (field, name) in zip(CostField.allCases, CostColumns.names) {
            if let text = key[field] { append(name, text.utf8) }
        }
        if let tags { append("tags", tags) }
        return Int64(bitPattern: bytes.withUnsafeBytes(XXH64.hash))
    }
}
