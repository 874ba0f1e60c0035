package import D8SModel

/// What clusters cost in a window, and for what: the sum of the lines is the whole, always.
package struct ClusterCost: Hashable, Sendable {
    package var hours: CostHours
    package var rates: Rates
    /// Each place once per kind, sorted.
    package var lines: [AllocationLine]
    /// What the nodes cost, by cluster and name.
    package var nodes: [NodeCost]
    package var volumes: [VolumeCost]
    package var daily: DailyCosts
    /// What does not add up, sorted; what findings are made of.
    package var gaps: [CostGap]
    /// Hours of the window for which anything is known.
    package var hoursSeen: Double
    /// What is damaged or could not be read.
    package var problems: [String]

    package var currency: Currency { rates.currency }

    /// Whether something has no price but OpenCost's defaults: a page then says "default rates".
    package var usesDefaultRates: Bool {
        rates.isDefault
            && (nodes.contains { !$0.isPriceCollected }
                || volumes.contains { $0.use.price == nil })
    }

    /// Everything: workloads, idle and overhead.
    package var total: ExactDecimal { lines.map(\.amounts.total).total }

    /// The cost of workloads alone.
    package var workloads: ExactDecimal { total(of: .workload) }

    /// What was paid for and nothing asked for, below 0 if more was allocated than there was.
    package var idle: ExactDecimal { total(of: .idle) }

    package var overhead: ExactDecimal { total(of: .overhead) }

    /// Idle cost as a share of what is billed by time (OpenCost specification v0.1, "Idle Costs");
    /// nil if that is nothing.
    package var idleShare: Double? {
        let traffic = lines.map(\.amounts.network).total
        let allocated = total.minus(overhead).minus(traffic)
        return allocated > .zero ? idle.double / allocated.double : nil
    }

    /// A month of 730 hours at the mean of the hours that are known.
    package var perMonth: Money {
        Money(total.perMonth(of: hoursSeen), currency)
    }

    private func total(of kind: AllocationLine.Kind) -> ExactDecimal {
        lines.lazy.filter { $0.kind == kind }.map(\.amounts.total).total
    }
}
