/// One container of a task run.
package struct RunStep: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Runs before all others, alone.
        case initial
        /// Runs in its turn.
        case step
        /// Runs beside the steps.
        case sidecar
    }

    package var name: String
    package var kind: Kind
    package var started: Instant?
    package var finished: Instant?
    /// Nil while it runs, and where the source does not say.
    package var exitCode: Int?
    /// The source's own word, for example `OOMKilled`.
    package var reason: String?
    /// Cores; nil if it asks for none or the source does not say.
    package var cpuRequest: Double?
    /// Bytes; nil if it asks for none or the source does not say.
    package var memoryRequest: Double?

    package init(
        name: String,
        kind: Kind = .step,
        started: Instant? = nil,
        finished: Instant? = nil,
        exitCode: Int? = nil,
        reason: String? = nil,
        cpuRequest: Double? = nil,
        memoryRequest: Double? = nil
    ) {
        self.name = name
        self.kind = kind
        self.started = started
        self.finished = finished
        self.exitCode = exitCode
        self.reason = reason
        self.cpuRequest = cpuRequest
        self.memoryRequest = memoryRequest
    }
}
