/// Control of the share of false discoveries over a night's tests.
package enum FalseDiscovery {
    /// One family of tests that may depend on each other: all tests of one service.
    package struct Family: Sendable {
        /// A probability per test.
        package let probabilities: [Double]

        package init(probabilities: [Double]) {
            self.probabilities = probabilities
        }

        /// The family's own probability by Simes' test (1986, "An Improved Bonferroni Procedure"),
        /// valid for tests that do not depend on each other or depend positively.
        var combined: Double {
            let count = Double(probabilities.count)
            let scaled = probabilities.sorted().enumerated().map {
                $1 * count / Double($0 + 1)
            }
            return scaled.min() ?? 1
        }

        /// The largest probability that counts as found at this level (Benjamini & Hochberg 1995);
        /// 0 if none does.
        func threshold(_ level: Double) -> Double {
            let count = Double(probabilities.count)
            let steps = probabilities.sorted().enumerated().map {
                (probability: $1, limit: level * Double($0 + 1) / count)
            }
            return steps.last { $0.probability <= $0.limit }?.limit ?? 0
        }
    }

    /// The largest probability that counts as found in each family; 0 where none does.
    ///
    /// Benjamini & Hochberg 1995 across the families by their Simes probabilities, then within each
    /// that was found, at the share of the rate that the found families are of all (Benjamini &
    /// Bogomolov 2014, "Selective Inference on Multiple Families of Hypotheses"). Services fail
    /// independently of each other; measures of one service depend positively: what raises its fail
    /// rate raises its rework.
    package static func thresholds(_ families: [Family], rate: Double) -> [Double] {
        let sorted = families.map(\.combined).sorted()
        let all = Double(families.count)
        let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / all }
        let level = last.map { rate * Double($0 + 1) / all } ?? 0
        return families.map { $0.threshold(level) }
    }
}
