/// One node over the days of a window.
package struct NodeUse: Hashable, Sendable {
    /// What it had on one day.
    package struct Capacity: Hashable, Sendable {
        /// Hours that it was there.
        package var hours: Double
        /// Core-hours.
        package var cpu: Double
        /// GiB-hours.
        package var memory: Double
        /// GPU-hours.
        package var gpu: Double

        package init(hours: Double = 0, cpu: Double = 0, memory: Double = 0, gpu: Double = 0) {
            self.hours = hours
            self.cpu = cpu
            self.memory = memory
            self.gpu = gpu
        }
    }

    package var cluster: String
    package var name: String
    package var kind: NodeKind
    /// Whether the cluster itself needs it: a node of its control plane.
    package var isControlPlane: Bool
    /// What an exporter of prices said that its resources cost; nil if none did.
    package var price: ResourceRates?
    /// By the index of the day.
    package var days: [Capacity]

    package init(
        cluster: String = "",
        name: String,
        kind: NodeKind,
        isControlPlane: Bool = false,
        price: ResourceRates? = nil,
        days: [Capacity]
    ) {
        self.cluster = cluster
        self.name = name
        self.kind = kind
        self.isControlPlane = isControlPlane
        self.price = price
        self.days = days
    }
}
