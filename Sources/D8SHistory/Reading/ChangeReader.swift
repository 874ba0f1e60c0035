import D8SModel
import GRDB

/// Reads the changes of a service as columns.
///
/// They come in the order of the index `changes_by_deployment`, which holds every column that is
/// needed: the table itself is touched only where the commit graph is wanted.
struct ChangeReader {
    private let gathering: UnsafeMutablePointer<ChangeGathering>
    private let columns: PreparedStatement
    private let columnsAndGraph: PreparedStatement
    private let unassigned: PreparedStatement

    init(_ db: Database) throws {
        gathering = try ChangeGathering.define(on: db)
        columns = try PreparedStatement(Self.select("is_merge"), in: db)
        columnsAndGraph = try PreparedStatement(
            Self.select("is_merge, revision, parents, merged"),
            in: db
        )
        unassigned = try PreparedStatement(
            """
            SELECT 1 FROM changes WHERE service = ?1 AND deployment IS NULL AND committed <= ?2
            LIMIT 1
            """,
            in: db
        )
    }

    /// The changes that were committed by `asOf` or are in one of the deployments.
    func read(key: Int64, until asOf: Instant, deployments: DeploymentIDs) throws -> ChangeColumns {
        let needsGraph = try hasUnassigned(key: key, until: asOf)
        let select = needsGraph ? columnsAndGraph : columns
        select.reset()
        defer { select.reset() }
        try select.bind(key, at: 1)
        gathering.pointee.asOf = asOf.milliseconds
        gathering.pointee.deployments = deployments
        defer { gathering.pointee = ChangeGathering() }
        _ = try select.step()
        return gathering.pointee.columns(withGraph: needsGraph)
    }

    /// True if the deployment of a change has to be found by ancestry.
    private func hasUnassigned(key: Int64, until asOf: Instant) throws -> Bool {
        unassigned.reset()
        defer { unassigned.reset() }
        try unassigned.bind(key, at: 1)
        try unassigned.bind(asOf.milliseconds, at: 2)
        return try unassigned.step()
    }

    private static func select(_ columns: String) -> String {
        """
        SELECT gather(deployment, committed, authored, \(columns))
        FROM changes INDEXED BY changes_by_deployment WHERE service = ?1
        """
    }
}
