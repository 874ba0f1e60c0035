package import D8SModel

/// What everything costs that a cluster and its pipelines use, in one currency.
///
/// Rates are 0 to 10,000 with at most 12 digits after the point: so no sum of them is ever too
/// large for exact arithmetic.
package struct Rates: Hashable, Sendable {
    package var currency: Currency
    /// For nodes that nothing else is said of.
    package var base: ResourceRates
    /// Per GiB-hour of a volume.
    package var storage: ExactDecimal
    /// Instead of `storage`, by the name of the storage class.
    package var storageClasses: [String: ExactDecimal]
    /// Per hour of a load balancer.
    package var loadBalancer: ExactDecimal
    /// Per GiB that pods send.
    package var network: ExactDecimal
    /// Per hour of a cluster: what its management costs.
    package var cluster: ExactDecimal
    /// In the order of the configuration.
    package var nodes: [NodeRates]
    /// Whether nothing was configured, so that the rates are OpenCost's, but where an exporter of
    /// prices says better.
    package var isDefault: Bool

    package init(
        currency: Currency = .usd,
        base: ResourceRates = .openCost,
        storage: ExactDecimal = Rates.defaultStorage,
        storageClasses: [String: ExactDecimal] = [:],
        loadBalancer: ExactDecimal = .zero,
        network: ExactDecimal = .zero,
        cluster: ExactDecimal = .zero,
        nodes: [NodeRates] = [],
        isDefault: Bool = false
    ) {
        self.currency = currency
        self.base = base
        self.storage = storage
        self.storageClasses = storageClasses
        self.loadBalancer = loadBalancer
        self.network = network
        self.cluster = cluster
        self.nodes = nodes
        self.isDefault = isDefault
    }

    /// OpenCost's, where nothing is configured.
    package static let standard = Rates(isDefault: true)

    /// $0.04 a GiB-month of 730 hours, as OpenCost has it.
    package static let defaultStorage = ExactDecimal("0.00005479452") ?? .zero

    /// The highest rate that may be configured, and its most digits after the point.
    package static let largest = ExactDecimal(10_000)
    package static let mostDigits = 12

    /// Hours of a month, as cloud providers and OpenCost count them.
    package static let hoursPerMonth = 730
}
