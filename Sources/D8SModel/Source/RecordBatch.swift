/// A handful of records on their way from a source to the history, small enough to hold in memory.
package struct RecordBatch: Hashable, Sendable {
    package var services: [Service]
    package var deployments: [Deployment]
    package var changes: [Change]
    package var incidents: [Incident]

    package init(
        services: [Service] = [],
        deployments: [Deployment] = [],
        changes: [Change] = [],
        incidents: [Incident] = []
    ) {
        self.services = services
        self.deployments = deployments
        self.changes = changes
        self.incidents = incidents
    }

    package var count: Int {
        services.count + deployments.count + changes.count + incidents.count
    }
}
