import D8SModel
import GRDB

extension Ingestion {
    mutating func add(_ deployments: [Deployment]) throws {
        guard !deployments.isEmpty else { return }
        let insert = try PreparedStatement(Self.insertDeployment, in: db)
        let update = try PreparedStatement(Self.updateDeployment, in: db)
        for deployment in deployments {
            try Self.naming({ Self.name(of: deployment) }) {
                let service = try self.service(deployment.service)
                try put(insert, update) { statement in
                    try statement.bind(service, at: 1)
                    try Self.bind(deployment, to: statement)
                }
            }
        }
    }

    private static func name(of deployment: Deployment) -> String {
        "deployment \(Excerpt.of(deployment.id)) of the service \(Excerpt.of(deployment.service))"
    }

    private static func bind(_ deployment: Deployment, to statement: PreparedStatement) throws {
        try statement.bind(deployment.id, at: 2)
        try statement.bind(deployment.environment, at: 3)
        try statement.bind(deployment.name?.ifAny, at: 4)
        try statement.bind(deployment.revision?.ifAny, at: 5)
        try statement.bind(deployment.started?.milliseconds, at: 6)
        try statement.bind(deployment.finished.milliseconds, at: 7)
        try statement.bind(deployment.status.rawValue, at: 8)
        try statement.bind(deployment.rework?.rawValue, at: 9)
        try statement.bind(deployment.reworkEvidence?.ifAny, at: 10)
    }

    private static let insertDeployment = """
        INSERT INTO deployments (
            service, id, environment, name, revision, started, finished, status, rework,
            rework_evidence
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (service, id) DO NOTHING
        """

    private static let updateDeployment = """
        UPDATE deployments SET
            environment = ?3, name = coalesce(?4, name), revision = coalesce(?5, revision),
            started = coalesce(?6, started), finished = ?7, status = ?8,
            rework = coalesce(?9, rework), rework_evidence = coalesce(?10, rework_evidence)
        WHERE service = ?1 AND id = ?2 AND (
            environment <> ?3 OR name IS NOT coalesce(?4, name)
            OR revision IS NOT coalesce(?5, revision) OR started IS NOT coalesce(?6, started)
            OR finished <> ?7 OR status <> ?8 OR rework IS NOT coalesce(?9, rework)
            OR rework_evidence IS NOT coalesce(?10, rework_evidence)
        )
        """
}
