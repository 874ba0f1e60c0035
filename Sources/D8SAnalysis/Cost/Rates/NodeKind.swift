/// What decides the price of a node; nil where its labels do not say.
package struct NodeKind: Hashable, Sendable {
    /// The instance type, for example `m5.large`.
    package var type: String?
    /// Whether it may be taken away at any time, for a lower price.
    package var isSpot: Bool?
    package var region: String?

    package init(type: String? = nil, isSpot: Bool? = nil, region: String? = nil) {
        self.type = type
        self.isSpot = isSpot
        self.region = region
    }
}
