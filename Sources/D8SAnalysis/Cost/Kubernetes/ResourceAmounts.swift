package import D8SModel

/// Amounts of money by what they are paid for, in one currency.
package struct ResourceAmounts: Hashable, Sendable {
    package var cpu: ExactDecimal
    package var memory: ExactDecimal
    package var gpu: ExactDecimal
    package var storage: ExactDecimal
    package var network: ExactDecimal
    package var loadBalancer: ExactDecimal
    /// Management of the cluster.
    package var overhead: ExactDecimal

    package init(
        cpu: ExactDecimal = .zero,
        memory: ExactDecimal = .zero,
        gpu: ExactDecimal = .zero,
        storage: ExactDecimal = .zero,
        network: ExactDecimal = .zero,
        loadBalancer: ExactDecimal = .zero,
        overhead: ExactDecimal = .zero
    ) {
        self.cpu = cpu
        self.memory = memory
        self.gpu = gpu
        self.storage = storage
        self.network = network
        self.loadBalancer = loadBalancer
        self.overhead = overhead
    }

    package static let zero = ResourceAmounts()

    package var total: ExactDecimal {
        [cpu, memory, gpu, storage, network, loadBalancer, overhead].total
    }

    package func plus(_ other: ResourceAmounts) -> ResourceAmounts {
        var sum = self
        for part in Self.parts {
            sum[keyPath: part] = sum[keyPath: part].plus(other[keyPath: part])
        }
        return sum
    }

    package func minus(_ other: ResourceAmounts) -> ResourceAmounts {
        var difference = self
        for part in Self.parts {
            difference[keyPath: part] = difference[keyPath: part].minus(other[keyPath: part])
        }
        return difference
    }

    private static var parts: [WritableKeyPath<ResourceAmounts, ExactDecimal>] {
        [\.cpu, \.memory, \.gpu, \.storage, \.network, \.loadBalancer, \.overhead]
    }
}
