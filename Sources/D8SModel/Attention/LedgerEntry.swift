/// What the attention ledger remembers of one item on one night.
package struct LedgerEntry: Hashable, Sendable {
    /// The item's id.
    package let item: String
    package let night: Day
    package let state: Life.State
    package let severity: Severity
    package let magnitude: Double
    /// Its title for DevOps that night, so that a resolved item can still be named.
    package let title: String
    package let entity: Entity

    package init(
        item: String,
        night: Day,
        state: Life.State,
        severity: Severity,
        magnitude: Double,
        title: String,
        entity: Entity
    ) {
        self.item = item
        self.night = night
        self.state = state
        self.severity = severity
        self.magnitude = magnitude
        self.title = title
        self.entity = entity
    }
}
