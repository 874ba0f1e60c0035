/// What a node costs in a window, and what of that was allocated.
package struct NodeCost: Hashable, Sendable {
    package var cluster: String
    package var name: String
    package var kind: NodeKind
    package var rates: ResourceRates
    package var isControlPlane: Bool
    /// Whether the rates are those of an exporter of prices.
    package var isPriceCollected: Bool
    /// Whether it was there on the last day.
    package var isThere: Bool
    /// Hours that it was there.
    package var hours: Double
    package var asset: ResourceAmounts
    package var allocated: ResourceAmounts

    /// Never clamped: below 0 if more was allocated than there was.
    package var idle: ResourceAmounts { asset.minus(allocated) }
}
