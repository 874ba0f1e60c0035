/// A time in which users of a service suffered.
package struct Incident: Hashable, Sendable {
    package var service: String
    /// Unique within the service.
    package var id: String
    package var title: String?
    package var opened: Instant
    /// Nil while it is open.
    package var resolved: Instant?
    /// The source's own word, for example `sev1`; nil if it has none.
    package var severity: String?
    /// Id of the deployment that caused it, if somebody said so.
    package var deployment: String?

    package init(
        service: String,
        id: String,
        title: String? = nil,
        opened: Instant,
        resolved: Instant? = nil,
        severity: String? = nil,
        deployment: String? = nil
    ) {
        self.service = service
        self.id = id
        self.title = title
        self.opened = opened
        self.resolved = resolved
        self.severity = severity
        self.deployment = deployment
    }
}
