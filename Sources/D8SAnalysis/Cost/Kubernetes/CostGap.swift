package import D8SModel

/// Something that does not add up, with the amount by which it does not.
package struct CostGap: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// More was allocated on a node than the node costs: the idle cost is below 0.
        case negativeIdle
        /// Containers ran on a node of which nobody knows the capacity: it is taken to cost what
        /// was allocated on it.
        case unknownNode
        /// A container asks for nothing and nothing is known of what it uses; or what is said of it,
        /// of a node or of a volume is no amount. It counts as nothing.
        case unmeasured
        /// The lines do not come to what the assets cost; it should never be.
        case difference
    }

    package var kind: Kind
    package var place: CostPlace
    /// `cpu`, `memory` …; empty where it is about all of them.
    package var resource: String
    /// How much is missing (below 0: too much).
    package var amount: ExactDecimal

    package init(kind: Kind, place: CostPlace, resource: String = "", amount: ExactDecimal) {
        self.kind = kind
        self.place = place
        self.resource = resource
        self.amount = amount
    }
}
