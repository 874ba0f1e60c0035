/// Who a cost belongs to, within one dimension.
package enum CostOwner: Hashable, Comparable, Sendable {
    case named(String)
    /// Workloads that have no name in this dimension: no team label, no node.
    case unnamed
    /// What was paid for and nothing asked for.
    case idle
    /// Management of clusters.
    case overhead

    init(_ kind: AllocationLine.Kind, _ name: String) {
        switch kind {
        case .workload: self = name.isEmpty ? .unnamed : .named(name)
        case .idle: self = .idle
        case .overhead: self = .overhead
        }
    }
}
