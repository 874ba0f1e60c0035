package import D8SModel
import GRDB

extension History {
    /// Hands over the history of one service after the other, sorted by name.
    ///
    /// All are read from one state of the file, and only one is in memory at a time. A service
    /// without deployments in the environment is handed over too, with none.
    ///
    /// - Parameters:
    ///   - environment: Where deployments count.
    ///   - asOf: Nothing later is read: no deployment finished later, no incident opened later, and
    ///     no change committed later unless it is in one of the deployments.
    ///   - names: The services to read; nil for all. A name that is not there is left out.
    ///   - body: Must not use this history itself, which is busy reading.
    /// - Throws: `HistoryError`, also after some services have been handed over.
    package func forEachService(
        in environment: String = "production",
        asOf: Instant,
        named names: Set<String>? = nil,
        _ body: (ServiceHistory) -> Void
    ) throws(HistoryError) {
        try read { db in
            try Self.readFrugally(db)
            let reader = try ServiceReader(db, environment: environment, asOf: asOf)
            for (key, service) in try Self.services(db) {
                if let names, !names.contains(service.name) { continue }
                body(try reader.history(of: service, key: key))
            }
        }
    }

    /// The histories of all services at once, as `forEachService` hands them over.
    package func serviceHistories(
        in environment: String = "production",
        asOf: Instant,
        named names: Set<String>? = nil
    ) throws(HistoryError) -> [ServiceHistory] {
        var histories: [ServiceHistory] = []
        try forEachService(in: environment, asOf: asOf, named: names) { histories.append($0) }
        return histories
    }

    /// All services, sorted by name.
    package func services() throws(HistoryError) -> [Service] {
        try read { db in try Self.services(db).map(\.service) }
    }

    /// How many deployments each service has in each environment, sorted by both names; with
    /// nothing for a service that was never deployed.
    package func environments() throws(HistoryError) -> [EnvironmentCount] {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT services.name, environment, count(*)
                FROM deployments JOIN services ON services.id = deployments.service
                GROUP BY service, environment
                """,
                in: db
            )
            defer { select.reset() }
            var counts: [EnvironmentCount] = []
            while try select.step() {
                counts.append(
                    EnvironmentCount(
                        service: select.text(0),
                        environment: select.text(1),
                        deployments: Int(select.integer(2))
                    )
                )
            }
            return counts.sorted { ($0.service, $0.environment) < ($1.service, $1.environment) }
        }
    }

    private static func services(_ db: Database) throws -> [(key: Int64, service: Service)] {
        let select = try PreparedStatement(
            """
            SELECT services.id, services.name, teams.name
            FROM services LEFT JOIN teams ON teams.id = services.team
            """,
            in: db
        )
        defer { select.reset() }
        var services: [(key: Int64, service: Service)] = []
        while try select.step() {
            let service = Service(name: select.text(1), team: select.optionalText(2))
            services.append((select.integer(0), service))
        }
        return services.sorted { $0.service.name < $1.service.name }
    }
}
