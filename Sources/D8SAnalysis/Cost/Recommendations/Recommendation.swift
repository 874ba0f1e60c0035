package import D8SModel

/// One thing to do that saves money, with what it saves after those before it were done.
package struct Recommendation: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A container asks for more than it needs.
        case rightSize
        /// The steps of tasks ask together for what each of them needs alone.
        case overReservedSteps
        /// Attempts that failed and were made again.
        case retries
        /// A pipeline that fails more often than the others.
        case failingPipeline
        /// A node of which almost nothing is used, where the others have room for the rest.
        case idleNode
        /// A volume that nothing claims.
        case unclaimedVolume
        /// A volume with a claim that no pod mounts.
        case unmountedVolume
        /// A commitment that was paid for and not used.
        case unusedCommitment
    }

    package let kind: Kind
    /// What it is about; a pipeline is a controller of the kind `Pipeline`.
    package let place: CostPlace
    /// The name of the node, volume, container, pipeline or commitment.
    package let subject: String
    /// A month of 730 hours.
    package var saving: Money
    /// What the subject costs now, in a month.
    package let spend: Money
    package let effort: Action.Weight
    package let risk: Action.Weight
    /// For `rightSize`: from what to what, and how often it would have been too little.
    package let changes: [RequestChange]
    /// How the saving was worked out, as a sentence.
    package let basis: String
    package let snippet: Snippet?
    /// From 1, the first to do: by saving, effort and risk.
    package var priority = 0

    /// The saving with effort and risk taken into account: half for each that is medium, a quarter
    /// for each that is high.
    package var weight: ExactDecimal {
        var weight = saving.amount
        let halves = Self.halvings(effort) + Self.halvings(risk)
        for _ in 0..<halves { weight = weight.times(ExactDecimal("0.5") ?? .zero) }
        return weight
    }

    private static func halvings(_ weight: Action.Weight) -> Int {
        switch weight {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}
