import D8SCollect
import D8SModel
import Yams

extension MappingReader {
    /// The keys that say which columns of a table hold samples.
    mutating func seriesMapping() -> SeriesMapping {
        var mapping = SeriesMapping(
            time: string("time"),
            metric: metricName(),
            labels: strings("labels"),
            constants: (table("set") ?? [:]).sorted { $0.key < $1.key }.map { Label($0, $1) }
        )
        mapping.value = string("value")
        mapping.values = assignments("values")
        if mapping.value != nil, !mapping.values.isEmpty {
            noteMissing("give one of `value` and `values`")
        }
        return mapping
    }

    /// `name: text` lines by name.
    mutating func assignments(_ key: String) -> [ImportMapping.Assignment] {
        (table(key) ?? [:]).sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
    }

    /// `metric: NAME`, or `metric: {column: NAME}`.
    private mutating func metricName() -> SeriesMapping.MetricName? {
        guard let node = node("metric") else { return nil }
        if let name = node.string, !name.isEmpty { return .constant(name) }
        var inner = nestedReader(node, title: "`metric`")
        let column = inner.string("column")
        absorb(inner.finish())
        guard let column else {
            note(node, "`metric` has to be a name, or `{column: NAME}` for one that has the names")
            return nil
        }
        return .column(column)
    }
}
