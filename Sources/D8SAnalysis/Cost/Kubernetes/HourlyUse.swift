/// What one container asked for and used in one hour; all 0 or more.
package struct HourlyUse: Hashable, Sendable {
    /// Core-hours that it asked for while it ran.
    package var cpuRequest: Double
    /// Core-hours that it used.
    package var cpuUse: Double
    /// GiB-hours that it asked for while it ran.
    package var memoryRequest: Double
    /// GiB-hours that it used.
    package var memoryUse: Double
    /// GPU-hours that it asked for, which nobody else can use.
    package var gpu: Double

    package init(
        cpuRequest: Double = 0,
        cpuUse: Double = 0,
        memoryRequest: Double = 0,
        memoryUse: Double = 0,
        gpu: Double = 0
    ) {
        self.cpuRequest = cpuRequest
        self.cpuUse = cpuUse
        self.memoryRequest = memoryRequest
        self.memoryUse = memoryUse
        self.gpu = gpu
    }

    /// The greater of what it asked for and used (OpenCost specification v0.1, "Workload Costs").
    package var cpu: Double { max(cpuRequest, cpuUse) }
    package var memory: Double { max(memoryRequest, memoryUse) }
}
