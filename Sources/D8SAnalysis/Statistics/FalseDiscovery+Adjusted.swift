/// Control over one list of tests.
extension FalseDiscovery {
    /// What is assumed of the tests of a list.
    package enum Dependence: Sendable {
        /// None, or a positive one (Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001).
        case positive
        /// Anything: dearer by the factor 1 + 1/2 + … + 1/n (Benjamini & Yekutieli 2001, "The
        /// Control of the False Discovery Rate in Multiple Testing Under Dependency").
        case any
    }

    /// For each test the smallest rate at which it counts as found; NaN is never found and gives 1.
    package static func adjusted(_ probabilities: [Double], _ dependence: Dependence) -> [Double] {
        let order = probabilities.indices.sorted {
            (rated(probabilities[$0]), $0) < (rated(probabilities[$1]), $1)
        }
        let count = Double(probabilities.count)
        let factor = dependence == .any ? harmonic(probabilities.count) : 1
        var result = probabilities
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            let raised = rated(probabilities[index]) * count * factor / Double(rank + 1)
            least = min(least, raised)
            result[index] = least
        }
        return result
    }

    private static func rated(_ probability: Double) -> Double {
        probability.isNaN ? 1 : probability
    }

    private static func harmonic(_ count: Int) -> Double {
        (1...max(1, count)).reduce(0) { $0 + 1 / Double($1) }
    }
}
