import D8SModel
import Foundation

/// How likely the next run of a subject is to fail, by how those before it ended.
///
/// Beta–binomial with decay: each of four memories forgets half of what it knows after so many
/// runs, and is drawn towards the share of the subject's group as if half a run had shown it. Which
/// memory counts is weighed by how likely each had held what came (Bayesian model averaging with
/// forgetting; Raftery, Kárný & Ettler 2010, "Online Prediction Under Model Uncertainty via Dynamic
/// Model Averaging").
struct FailureExpectation: Sendable {
    private var memories = [3.0, 15, 75, .infinity].map(Memory.init)

    /// How many runs the group counts for: more would hold back the shortest memory, which has
    /// hardly more, when a pipeline breaks.
    private static let shrinkage = 0.5
    /// What a weight keeps of its past with each run.
    private static let forgetting = 0.98

    private struct Memory {
        let keeps: Double
        var failures = 0.0
        var runs = 0.0
        var weight = 1.0

        init(halfLife: Double) { keeps = pow(0.5, 1 / halfLife) }

        func probability(_ group: Double) -> Double {
            (failures + shrinkage * group) / (runs + shrinkage)
        }
    }

    /// The probability with 0 < p < 1, `group` being the share of failures in the group.
    func probability(group: Double) -> Double {
        let sum = memories.reduce(0) { $0 + $1.weight }
        return memories.reduce(0) { $0 + $1.weight / sum * $1.probability(group) }
    }

    /// Where the probability lies with 90 % confidence: beta, with as many runs as are remembered.
    func interval(group: Double) -> Interval? {
        let sum = memories.reduce(0) { $0 + $1.weight }
        let runs = memories.reduce(0) { $0 + $1.weight / sum * $1.runs } + Self.shrinkage
        let (failures, share) = (probability(group: group) * runs, probability(group: group))
        guard let low = IncompleteBeta.point(0.05, failures, runs - failures),
            let high = IncompleteBeta.point(0.95, failures, runs - failures)
        else { return nil }
        return Interval(low: min(low, share), high: max(high, share), confidence: 0.9)
    }

    mutating func learn(_ isFailure: Bool, group: Double) {
        for index in memories.indices {
            let probability = memories[index].probability(group)
            let likelihood = isFailure ? probability : 1 - probability
            memories[index].weight = pow(memories[index].weight, Self.forgetting) * likelihood
            memories[index].failures *= memories[index].keeps
            memories[index].runs *= memories[index].keeps
            memories[index].failures += isFailure ? 1 : 0
            memories[index].runs += 1
        }
        let most = memories.reduce(0) { max($0, $1.weight) }
        for index in memories.indices { memories[index].weight /= max(most, 1e-300) }
    }
}
