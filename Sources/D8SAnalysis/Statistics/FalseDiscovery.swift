/// Control of the share of false discoveries over a night's tests.
package enum FalseDiscovery {
    /// One family of tests that may depend on each other: all tests of one service.
    package struct Family: Sendable {
        /// A probability per test.
        package let probabilities: [Double]

        package init(probabilities: [Double]) {
            self.probabilities = probabilities
        }

        /// The family's own probability by Bonferroni: valid however its tests depend.
        var combined: Double {
            (probabilities.min() ?? 1) * Double(probabilities.count)
        }
    }

    /// The largest probability that counts as found in each family.
    ///
    /// Benjamini & Hochberg 1995 across the families, whose smallest probability is first corrected
    /// by Bonferroni within the family (Benjamini & Bogomolov 2014, "Selective Inference on Multiple
    /// Families of Hypotheses"). Families are independent of each other, tests in one need not be.
    package static func thresholds(_ families: [Family], rate: Double) -> [Double] {
        let sorted = families.map(\.combined).sorted()
        let all = Double(families.count)
        let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / all }
        let share = last.map { rate * Double($0 + 1) / all } ?? 0
        return families.map { share / Double(max(1, $0.probabilities.count)) }
    }
}
