import D8SCollect
import D8SModel
import Yams

/// Reads the list `queries` of a source that is a database.
enum SQLQueryReader {
    /// The queries; none, with the problems noted, if there are none that can be used.
    static func read(_ reader: inout MappingReader) -> [SQLQuery] {
        guard let node = reader.node("queries"), let entries = node.sequence, !entries.isEmpty
        else {
            reader.noteMissing("a database needs `queries: [{sql: SELECT …, series: {…}}, …]`")
            return []
        }
        var names: Set<String> = []
        return entries.enumerated().compactMap { index, entry in
            var inner = reader.nestedReader(entry, title: "a query")
            let query = query(&inner, number: index + 1)
            reader.absorb(inner.finish())
            if let query, !names.insert(query.cursor).inserted {
                reader.note(entry, "\(query.name) is there twice; give it a `name` of its own")
            }
            return query
        }
    }

    private static func query(_ reader: inout MappingReader, number: Int) -> SQLQuery? {
        let statement = statement(&reader)
        let name = reader.string("name")
        let overlap = reader.duration("overlap") ?? 0
        let records = records(&reader)
        guard let statement, let records else { return nil }
        // Without a name, another statement is another query, wherever it stands in the list.
        return SQLQuery(
            name: name ?? "query \(number)",
            cursor: name ?? statement.fingerprint,
            statement: statement,
            records: records,
            overlap: overlap
        )
    }

    private static func statement(_ reader: inout MappingReader) -> SQLStatement? {
        guard let node = reader.node("sql"), let text = node.string else {
            reader.noteMissing("a query needs `sql: SELECT …`")
            return nil
        }
        do throws(SQLStatement.Fault) {
            return try SQLStatement(text)
        } catch {
            reader.note(node, "`sql` \(error)")
            return nil
        }
    }

    private static func records(_ reader: inout MappingReader) -> SQLQuery.Records? {
        var found: [SQLQuery.Records] = []
        var constants: [ImportMapping.Assignment]?
        for kind in ImportKind.allCases where reader.keys.contains(kind.rawValue) {
            let columns = reader.assignments(kind.rawValue)
            let values = constants ?? reader.assignments("set")
            constants = values
            found.append(.events(kind, ImportMapping(columns: columns, constants: values)))
        }
        let sets =
            reader.keys.contains("series") && constants == nil
            ? reader.assignments("set") : []
        reader.nested("series", title: "`series`") { series in
            var mapping = series.seriesMapping()
            mapping.constants += sets.map { .init($0.name, $0.value) }
            found.append(.series(mapping))
        }
        guard found.count == 1 else {
            let kinds = ImportKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            reader.noteMissing("a query needs one of `series`, \(kinds)")
            return nil
        }
        return found.first
    }
}
