package import D8SModel

/// Which costs everybody bears, and how they are shared (OpenCost specification v0.1,
/// "Shared Costs").
package struct SharePolicy: Hashable, Sendable {
    package enum Method: Hashable, Sendable {
        /// The same for each.
        case even
        /// In proportion to what each costs itself.
        case proportional
        /// By these weights; who is not named has none.
        case weights([String: ExactDecimal])
    }

    /// Namespaces that serve all the others, as `kube-system`.
    package var namespaces: Set<String>
    package var sharesIdle: Bool
    package var sharesOverhead: Bool
    package var method: Method

    package init(
        namespaces: Set<String> = [],
        sharesIdle: Bool = false,
        sharesOverhead: Bool = false,
        method: Method = .proportional
    ) {
        self.namespaces = namespaces
        self.sharesIdle = sharesIdle
        self.sharesOverhead = sharesOverhead
        self.method = method
    }

    /// Nothing is shared.
    package static let none = SharePolicy()

    func isShared(_ line: AllocationLine) -> Bool {
        switch line.kind {
        case .workload: namespaces.contains(line.place.namespace)
        case .idle: sharesIdle
        case .overhead: sharesOverhead
        }
    }
}
