/// How many false items chance may raise in a night, and who may raise how much of it.
///
/// Each analysis keeps its own false discovery rate: where nothing is wrong the probability of any
/// false finding is at most that rate (Benjamini & Hochberg 1995), and the probabilities of all
/// analyses together are at most their sum.
package enum FalseItemBudget {
    /// One in thirty nights over everything that is watched.
    package static let perNight = 1.0 / 30
    package static let delivery = 0.4 * perNight
    package static let trends = 0.4 * perNight
    package static let costs = 0.2 * perNight
}
