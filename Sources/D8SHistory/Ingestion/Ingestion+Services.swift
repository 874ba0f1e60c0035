import D8SModel
import GRDB

extension Ingestion {
    /// Adds a service, or gives it its team; a service without a team keeps the one it has.
    mutating func add(_ service: Service) throws {
        try Self.naming({ "service \(Excerpt.of(service.name))" }) {
            let isKnown = try self.isKnown(service.name)
            let key = try self.service(service.name)
            note(inserted: !isKnown, updated: try setTeam(service.team, of: key))
        }
    }

    private func isKnown(_ name: String) throws -> Bool {
        let select = try PreparedStatement("SELECT 1 FROM services WHERE name = ?1", in: db)
        defer { select.reset() }
        try select.bind(name, at: 1)
        return try select.step()
    }

    /// True if the service had another team, or none.
    private func setTeam(_ team: String?, of service: Int64) throws -> Bool {
        guard let team = team?.ifAny else { return false }
        let update = try PreparedStatement(
            "UPDATE services SET team = ?2 WHERE id = ?1 AND team IS NOT ?2",
            in: db
        )
        try update.bind(service, at: 1)
        try update.bind(Self.key(of: team, in: "teams", db).key, at: 2)
        return try update.run() == 1
    }
}
