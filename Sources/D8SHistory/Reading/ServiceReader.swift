import D8SModel
import GRDB

/// Reads one service after the other with the same prepared statements.
struct ServiceReader {
    private let environment: String
    private let asOf: Instant
    private let deployments: DeploymentReader
    private let changes: ChangeReader
    private let incidents: IncidentReader

    init(_ db: Database, environment: String, asOf: Instant) throws {
        self.environment = environment
        self.asOf = asOf
        deployments = try DeploymentReader(db)
        changes = try ChangeReader(db)
        incidents = try IncidentReader(db)
    }

    func history(of service: Service, key: Int64) throws -> ServiceHistory {
        let found = try deployments.read(
            service.name,
            key: key,
            environment: environment,
            until: asOf
        )
        return ServiceHistory(
            service: service,
            environment: environment,
            deployments: found.deployments,
            changes: try changes.read(key: key, until: asOf, deployments: found.ids),
            incidents: try incidents.read(service.name, key: key, asOf: asOf)
        )
    }
}
