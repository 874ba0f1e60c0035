/// What one place costs in a window.
package struct AllocationLine: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// What a workload asked for or used.
        case workload
        /// What was paid for and nothing asked for; below 0 if more was allocated than there was.
        case idle
        /// Management of a cluster.
        case overhead
    }

    package var kind: Kind
    package var place: CostPlace
    package var amounts: ResourceAmounts
    /// What was asked for and used in all the hours, for the efficiency.
    package var use: HourlyUse

    package init(
        kind: Kind,
        place: CostPlace,
        amounts: ResourceAmounts,
        use: HourlyUse = HourlyUse()
    ) {
        self.kind = kind
        self.place = place
        self.amounts = amounts
        self.use = use
    }
}
