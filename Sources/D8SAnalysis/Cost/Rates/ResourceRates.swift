package import D8SModel

/// What an hour of each resource of a node costs.
package struct ResourceRates: Hashable, Sendable {
    /// Per core-hour.
    package var cpu: ExactDecimal
    /// Per GiB-hour (2^30 bytes).
    package var memory: ExactDecimal
    /// Per hour of a whole GPU.
    package var gpu: ExactDecimal

    package init(cpu: ExactDecimal, memory: ExactDecimal, gpu: ExactDecimal) {
        self.cpu = cpu
        self.memory = memory
        self.gpu = gpu
    }

    /// OpenCost's own defaults, in US dollars (`configs/default.json` of opencost/opencost).
    package static let openCost = ResourceRates(
        cpu: ExactDecimal("0.031611") ?? .zero,
        memory: ExactDecimal("0.004237") ?? .zero,
        gpu: ExactDecimal("0.95") ?? .zero
    )
}
