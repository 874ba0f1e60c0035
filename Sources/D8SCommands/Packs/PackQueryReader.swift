import D8SAnalysis
import D8SModel
import D8SQuery
import Yams

/// Reads a query of a pack: PromQL whose value is a number or a vector of them.
struct PackQueryReader {
    func read(_ key: String, _ reader: inout MappingReader) -> String? {
        guard let node = reader.node(key) else { return nil }
        guard let query = node.string, !query.isEmpty else {
            reader.note(node, "`\(key)` has to be PromQL")
            return nil
        }
        do throws(QueryError) {
            try PromQL.check(PackQuery(query).text(window: 300_000))
        } catch {
            reader.note(node, "`\(key)` is not PromQL: \(error)")
            return nil
        }
        return query
    }
}
