/// Which way a measure has to go to harm somebody.
package enum Harm: String, Hashable, Sendable, CaseIterable {
    /// Higher is worse, as of an error rate.
    case up
    /// Lower is worse, as of a success rate.
    case down
    /// Either is, as of a number of replicas.
    case both
}
