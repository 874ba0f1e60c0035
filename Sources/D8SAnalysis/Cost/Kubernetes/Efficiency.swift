import D8SModel

/// How much of what was asked for was used, from 0; above 1 where more was used.
///
/// As OpenCost counts it: use / request of each resource, and both weighted by their cost. What
/// nothing was asked for and is used has the efficiency 1.
package struct Efficiency: Hashable, Sendable {
    /// Nil where nothing was asked for or used.
    package let cpu: Double?
    package let memory: Double?
    /// Weighted by cost; nil where that costs nothing.
    package let total: Double?

    package init(_ use: HourlyUse, _ amounts: ResourceAmounts) {
        cpu = Self.share(use.cpuUse, of: use.cpuRequest)
        memory = Self.share(use.memoryUse, of: use.memoryRequest)
        let parts = [(cpu, amounts.cpu.double), (memory, amounts.memory.double)]
        let known = parts.compactMap { share, weight in share.map { ($0 * weight, weight) } }
        let weight = known.reduce(0) { $0 + $1.1 }
        total = weight > 0 ? known.reduce(0) { $0 + $1.0 } / weight : nil
    }

    private static func share(_ use: Double, of request: Double) -> Double? {
        if request > 0 { return use / request }
        return use > 0 ? 1 : nil
    }
}
