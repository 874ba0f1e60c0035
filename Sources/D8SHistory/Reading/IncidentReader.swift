import D8SModel
import GRDB

/// Reads the incidents of a service.
struct IncidentReader {
    private let select: PreparedStatement

    init(_ db: Database) throws {
        select = try PreparedStatement(
            """
            SELECT id, title, opened, resolved, severity, deployment FROM incidents
            WHERE service = ?1 AND opened <= ?2
            ORDER BY id
            """,
            in: db
        )
    }

    /// The incidents in order of opening, ties by id; what was resolved after `asOf` is open.
    func read(_ service: String, key: Int64, asOf: Instant) throws -> [Incident] {
        select.reset()
        defer { select.reset() }
        try select.bind(key, at: 1)
        try select.bind(asOf.milliseconds, at: 2)
        var rows: [Incident] = []
        while try select.step() { rows.append(incident(of: service, asOf: asOf)) }
        let order = rows.indices.sorted { (rows[$0].opened, $0) < (rows[$1].opened, $1) }
        return order.map { rows[$0] }
    }

    private func incident(of service: String, asOf: Instant) -> Incident {
        Incident(
            service: service,
            id: select.text(0),
            title: select.optionalText(1),
            opened: select.instant(2),
            resolved: select.optionalInstant(3).flatMap { $0 <= asOf ? $0 : nil },
            severity: select.optionalText(4),
            deployment: select.optionalText(5)
        )
    }
}
