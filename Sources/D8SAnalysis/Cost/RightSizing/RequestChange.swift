/// A lower request for one resource of a container, with what it would have meant.
package struct RequestChange: Hashable, Sendable {
    package enum Resource: String, Hashable, Sendable {
        case cpu, memory
    }

    package let resource: Resource
    /// Cores or bytes, as it is and as it should be.
    package let current, recommended: Double
    /// How many measurements there were, and in how many more was used than is recommended.
    package let points, exceeded: Int

    package init(
        resource: Resource,
        current: Double,
        recommended: Double,
        points: Int,
        exceeded: Int
    ) {
        self.resource = resource
        self.current = current
        self.recommended = recommended
        self.points = points
        self.exceeded = exceeded
    }

    /// The recommended amount as Kubernetes writes it: `250m`, `412Mi`.
    package var quantity: String {
        switch resource {
        case .cpu: "\(Int(min(recommended * 1000, 1e15).rounded()))m"
        case .memory: "\(Int(min(recommended / 1_048_576, 1e15).rounded()))Mi"
        }
    }
}
