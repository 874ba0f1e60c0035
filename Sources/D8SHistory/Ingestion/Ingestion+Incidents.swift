import D8SModel
import GRDB

extension Ingestion {
    mutating func add(_ incidents: [Incident]) throws {
        guard !incidents.isEmpty else { return }
        let insert = try PreparedStatement(Self.insertIncident, in: db)
        let update = try PreparedStatement(Self.updateIncident, in: db)
        for incident in incidents {
            try Self.naming({ Self.name(of: incident) }) {
                let service = try self.service(incident.service)
                try put(insert, update) { statement in
                    try statement.bind(service, at: 1)
                    try Self.bind(incident, to: statement)
                }
            }
        }
    }

    private static func name(of incident: Incident) -> String {
        "incident \(Excerpt.of(incident.id)) of the service \(Excerpt.of(incident.service))"
    }

    private static func bind(_ incident: Incident, to statement: PreparedStatement) throws {
        try statement.bind(incident.id, at: 2)
        try statement.bind(incident.title?.ifAny, at: 3)
        try statement.bind(incident.opened.milliseconds, at: 4)
        try statement.bind(incident.resolved?.milliseconds, at: 5)
        try statement.bind(incident.severity?.ifAny, at: 6)
        try statement.bind(incident.deployment?.ifAny, at: 7)
    }

    private static let insertIncident = """
        INSERT INTO incidents (service, id, title, opened, resolved, severity, deployment)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (service, id) DO NOTHING
        """

    /// An incident that is said to have opened after the end that was known is open again.
    private static let updateIncident = """
        UPDATE incidents SET
            title = coalesce(?3, title), opened = ?4, resolved = \(resolvedNow),
            severity = coalesce(?6, severity), deployment = coalesce(?7, deployment)
        WHERE service = ?1 AND id = ?2 AND (
            title IS NOT coalesce(?3, title) OR opened <> ?4 OR resolved IS NOT \(resolvedNow)
            OR severity IS NOT coalesce(?6, severity)
            OR deployment IS NOT coalesce(?7, deployment)
        )
        """

    private static let resolvedNow = "coalesce(?5, iif(resolved < ?4, NULL, resolved))"
}
