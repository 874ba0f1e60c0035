/// Databases that are not read, so that an entry for one is answered with what to do instead.
enum MySQLSourceKind: SourceKind {
    static let key = "mysql"
    static let usage = ""
    static let example = ""

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        reader.refuse(
            key,
            "MySQL and MariaDB are not read; export the rows to CSV (mysql --batch, mysqlsh"
                + " util.exportTable) for `import` or `series`, or read their API with `rest`"
        )
        return []
    }
}

/// See `MySQLSourceKind`.
enum MongoDBSourceKind: SourceKind {
    static let key = "mongodb"
    static let usage = ""
    static let example = ""

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        reader.refuse(
            key,
            "MongoDB is not read; export the documents (mongoexport writes JSON Lines and CSV) for"
                + " `import`, `series` or `events`, or read their API with `rest`"
        )
        return []
    }
}

extension MappingReader {
    /// Notes why an entry of this kind cannot be used, and nothing else about it.
    fileprivate mutating func refuse(_ key: String, _ reason: String) {
        guard let node = node(key) else { return }
        note(node, "`\(key)`: \(reason)")
        for other in keys where other != key { _ = self.node(other) }
    }
}
