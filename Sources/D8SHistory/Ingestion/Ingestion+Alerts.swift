import D8SModel
import GRDB

extension Ingestion {
    mutating func add(_ alerts: [Alert]) throws {
        guard !alerts.isEmpty else { return }
        let insert = try PreparedStatement(Self.insertAlert, in: db)
        let update = try PreparedStatement(Self.updateAlert, in: db)
        let source = self.source
        for alert in alerts {
            try Self.naming({ "alert \(Excerpt.of("\(alert.series)"))" }) {
                try put(insert, update) { try Self.bind(alert, of: source, to: $0) }
            }
        }
    }

    private static func bind(
        _ alert: Alert,
        of source: Int64,
        to statement: PreparedStatement
    ) throws {
        try statement.bind(utf8: LabelText.object(of: alert.series), at: 1)
        try statement.bind(alert.started.milliseconds, at: 2)
        try statement.bind(source, at: 3)
        try statement.bind(alert.ended?.milliseconds, at: 4)
        try statement.bind(alert.summary?.ifAny, at: 5)
        try statement.bind(alert.description?.ifAny, at: 6)
        try statement.bind(alert.url?.ifAny, at: 7)
    }

    private static let insertAlert = """
        INSERT INTO alerts (labels, started, source, ended, summary, description, url)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (labels, started) DO NOTHING
        """

    /// The source that brought it first stays, so that two of them do not take turns.
    private static let updateAlert = """
        UPDATE alerts SET
            ended = coalesce(?4, ended), summary = coalesce(?5, summary),
            description = coalesce(?6, description), url = coalesce(?7, url)
        WHERE labels = ?1 AND started = ?2 AND ?3 IS NOT NULL AND (
            ended IS NOT coalesce(?4, ended) OR summary IS NOT coalesce(?5, summary)
            OR description IS NOT coalesce(?6, description) OR url IS NOT coalesce(?7, url)
        )
        """
}
