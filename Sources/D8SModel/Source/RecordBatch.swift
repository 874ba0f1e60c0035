/// A handful of records on their way from a source to the history, small enough to hold in memory.
///
/// It is taken in whole or not at all, with its cursors; these stay as they were where a statement
/// of costs is refused.
package struct RecordBatch: Hashable, Sendable {
    package var services: [Service]
    package var deployments: [Deployment]
    package var changes: [Change]
    package var incidents: [Incident]
    package var runs: [Run]
    package var alerts: [Alert]
    package var metrics: [Metric]
    package var rounds: [SampleRound]
    package var columns: [SampleColumn]
    package var costs: CostBatch
    /// How far the source has been read, in its own words: what it is given again next time.
    ///
    /// A value of nil forgets the cursor of that name.
    package var cursors: [String: String?]

    package init(
        services: [Service] = [],
        deployments: [Deployment] = [],
        changes: [Change] = [],
        incidents: [Incident] = [],
        runs: [Run] = [],
        alerts: [Alert] = [],
        metrics: [Metric] = [],
        rounds: [SampleRound] = [],
        columns: [SampleColumn] = [],
        costs: CostBatch = CostBatch(),
        cursors: [String: String?] = [:]
    ) {
        self.services = services
        self.deployments = deployments
        self.changes = changes
        self.incidents = incidents
        self.runs = runs
        self.alerts = alerts
        self.metrics = metrics
        self.rounds = rounds
        self.columns = columns
        self.costs = costs
        self.cursors = cursors
    }

    /// Records but for samples and metrics.
    package var count: Int {
        services.count + deployments.count + changes.count + incidents.count + runs.count
            + alerts.count + costs.entries.count
    }

    package var sampleCount: Int {
        rounds.reduce(0) { $0 + $1.times.count } + columns.reduce(0) { $0 + $1.times.count }
    }

    /// Whether there is nothing to take in, not even a cursor.
    package var isEmpty: Bool {
        count == 0 && sampleCount == 0 && metrics.isEmpty && costs.isEmpty
            && cursors.isEmpty
    }
}
