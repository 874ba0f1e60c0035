/// What counts as a change.
package struct ShiftRules: Equatable, Sendable {
    /// Fewest known points between two changes and at the ends; at least 3.
    package var fewest: Int
    /// Smallest effect on a level that matters, in the unit of the series; 0 for any.
    package var effect: Double
    /// Largest probability that is shown; 1 for every change that explains more than it costs.
    package var p: Double

    /// Whether changes of the spread are looked for as well.
    package var spread: Bool

    /// Whether probabilities hold for tails of any weight: the ranks have to be as clear.
    package var ranks: Bool

    package init(
        fewest: Int = 3,
        effect: Double = 0,
        p: Double = 1,
        spread: Bool = false,
        ranks: Bool = false
    ) {
        self.fewest = max(3, fewest)
        self.effect = max(0, effect)
        self.p = p
        self.spread = spread
        self.ranks = ranks
    }
}
