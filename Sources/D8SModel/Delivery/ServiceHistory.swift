/// Everything the history holds of one service in one environment, up to the as-of instant.
package struct ServiceHistory: Sendable {
    package let service: Service
    package let environment: String
    /// In order of finish, ties by id; only `environment`, only finished by the as-of instant.
    package let deployments: [Deployment]
    package let changes: ChangeColumns
    /// In order of opening, ties by id; one resolved after the as-of instant counts as open.
    package let incidents: [Incident]

    package init(
        service: Service,
        environment: String,
        deployments: [Deployment],
        changes: ChangeColumns,
        incidents: [Incident]
    ) {
        self.service = service
        self.environment = environment
        self.deployments = deployments
        self.changes = changes
        self.incidents = incidents
    }
}
