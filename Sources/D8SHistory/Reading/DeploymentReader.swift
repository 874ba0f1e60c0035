import D8SModel
import GRDB

/// Reads the deployments of a service in one environment.
struct DeploymentReader {
    private let select: PreparedStatement
    private let selectElsewhere: PreparedStatement

    init(_ db: Database) throws {
        selectElsewhere = try PreparedStatement(
            """
            SELECT id FROM deployments
            WHERE service = ?1 AND (environment <> ?2 OR finished > ?3)
            """,
            in: db
        )
        select = try PreparedStatement(
            """
            SELECT id, name, revision, started, finished, status, rework, rework_evidence
            FROM deployments
            WHERE service = ?1 AND environment = ?2 AND finished <= ?3
            ORDER BY id
            """,
            in: db
        )
    }

    /// The deployments in order of finish, ties by id, and their ids.
    func read(
        _ service: String,
        key: Int64,
        environment: String,
        until asOf: Instant
    ) throws -> (deployments: [Deployment], ids: DeploymentIDs) {
        select.reset()
        defer { select.reset() }
        try select.bind(key, at: 1)
        try select.bind(environment, at: 2)
        try select.bind(asOf.milliseconds, at: 3)
        var rows: [Deployment] = []
        var ids = DeploymentIDs()
        while try select.step() {
            ids.append(select.bytes(0))
            rows.append(deployment(of: service, in: environment))
        }
        let order = Self.order(of: rows)
        ids.positions = [Int32](repeating: 0, count: rows.count)
        for (position, row) in order.enumerated() { ids.positions[row] = Int32(position) }
        ids.elsewhere = try elsewhere(key: key, environment: environment, until: asOf)
        return (order.map { rows[$0] }, ids)
    }

    private func elsewhere(
        key: Int64,
        environment: String,
        until asOf: Instant
    ) throws -> Set<String> {
        selectElsewhere.reset()
        defer { selectElsewhere.reset() }
        try selectElsewhere.bind(key, at: 1)
        try selectElsewhere.bind(environment, at: 2)
        try selectElsewhere.bind(asOf.milliseconds, at: 3)
        var ids: Set<String> = []
        while try selectElsewhere.step() { ids.insert(selectElsewhere.text(0)) }
        return ids
    }

    /// The rows by finish; they come by id, so that the row number settles a tie.
    private static func order(of rows: [Deployment]) -> [Int] {
        rows.indices.sorted { (rows[$0].finished, $0) < (rows[$1].finished, $1) }
    }

    private func deployment(of service: String, in environment: String) -> Deployment {
        Deployment(
            service: service,
            environment: environment,
            id: select.text(0),
            name: select.optionalText(1),
            revision: select.optionalText(2),
            started: select.optionalInstant(3),
            finished: select.instant(4),
            status: status,
            rework: select.optionalText(6).flatMap(ReworkReason.init),
            reworkEvidence: select.optionalText(7)
        )
    }

    /// The schema allows three words, which differ in their first letter.
    private var status: DeploymentStatus {
        switch select.bytes(5).first {
        case UInt8(ascii: "s"): .success
        case UInt8(ascii: "f"): .failure
        default: .cancelled
        }
    }
}
