import D8SModel
import GRDB

extension Ingestion {
    /// Completes what is known of metrics: what is said last wins, what is left open stays.
    mutating func add(_ metrics: [Metric]) throws {
        guard !metrics.isEmpty, memory.metrics[source] != metrics else { return }
        let upsert = try PreparedStatement(Self.upsertMetric, in: db)
        for metric in metrics {
            try Self.naming({ "metric \(Excerpt.of(metric.name))" }) {
                try upsert.bind(metric.name, at: 1)
                try upsert.bind(metric.kind.rawValue, at: 2)
                try upsert.bind(metric.unit?.ifAny, at: 3)
                try upsert.bind(metric.help?.ifAny, at: 4)
                try upsert.run()
            }
        }
        memory.metrics[source] = metrics
    }

    private static let upsertMetric = """
        INSERT INTO metrics (name, kind, unit, help) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (name) DO UPDATE SET
            kind = iif(excluded.kind = 'unknown', kind, excluded.kind),
            unit = coalesce(excluded.unit, unit), help = coalesce(excluded.help, help)
        WHERE excluded.kind NOT IN (kind, 'unknown') OR unit IS NOT coalesce(excluded.unit, unit)
            OR help IS NOT coalesce(excluded.help, help)
        """
}
