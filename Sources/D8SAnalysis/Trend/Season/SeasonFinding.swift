/// What a search for one season says.
package struct SeasonFinding: Hashable, Sendable {
    /// In steps.
    package let period: Int
    /// Probability of as much power at the season's frequencies if there is no season, whatever
    /// smooth spectrum the noise has.
    package let p: Double
    /// Share of the variation that the season predicts of a cycle that it was not made from: 1 at
    /// best, 0 or less if it predicts nothing.
    package let gain: Double

    /// Whether the season is taken as there: found at 1 in 1000, and of use.
    package var isFound: Bool { p < 0.001 && gain > 0.02 }
}
