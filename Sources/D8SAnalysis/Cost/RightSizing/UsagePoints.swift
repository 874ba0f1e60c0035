/// What one container used at each moment that was measured.
package struct UsagePoints: Hashable, Sendable {
    /// Cores, as means between two measurements.
    package var cpu: UsageDigest
    /// Bytes.
    package var memory: UsageDigest
    /// Cores and bytes that it asked for last; nil if it asks for none.
    package var cpuRequest, memoryRequest: Double?
    /// The first and the last measurement, in milliseconds since 1970; nil without one.
    package var first, last: Int64?

    package init(
        cpu: UsageDigest,
        memory: UsageDigest,
        cpuRequest: Double? = nil,
        memoryRequest: Double? = nil,
        first: Int64? = nil,
        last: Int64? = nil
    ) {
        self.cpu = cpu
        self.memory = memory
        self.cpuRequest = cpuRequest
        self.memoryRequest = memoryRequest
        self.first = first
        self.last = last
    }

    /// Takes a measurement's time into account.
    package mutating func see(_ time: Int64) {
        first = min(first ?? time, time)
        last = max(last ?? time, time)
    }
}
