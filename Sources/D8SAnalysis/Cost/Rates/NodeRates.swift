package import D8SModel

/// Rates for the nodes that have all of what is named here.
package struct NodeRates: Hashable, Sendable {
    /// The nodes; a part that is nil fits any node.
    package var kind: NodeKind
    /// Each nil where the general rate counts.
    package var cpu, memory, gpu: ExactDecimal?
    /// What a whole node costs in an hour, which is then shared among its resources.
    package var hour: ExactDecimal?

    package init(
        kind: NodeKind,
        cpu: ExactDecimal? = nil,
        memory: ExactDecimal? = nil,
        gpu: ExactDecimal? = nil,
        hour: ExactDecimal? = nil
    ) {
        self.kind = kind
        self.cpu = cpu
        self.memory = memory
        self.gpu = gpu
        self.hour = hour
    }

    /// How many conditions the node meets; nil if it fails one.
    ///
    /// One without the label that a condition asks for fails it, but is taken not to be spot.
    func fit(_ node: NodeKind) -> Int? {
        let isWrong =
            (kind.type != nil && kind.type != node.type)
            || (kind.isSpot != nil && kind.isSpot != (node.isSpot ?? false))
            || (kind.region != nil && kind.region != node.region)
        if isWrong { return nil }
        return (kind.type == nil ? 0 : 1) + (kind.isSpot == nil ? 0 : 1)
            + (kind.region == nil ? 0 : 1)
    }
}
