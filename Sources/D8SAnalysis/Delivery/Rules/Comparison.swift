import D8SModel

/// A measure now against the same measure before, with the least effect that matters.
struct Comparison {
    let now: Measure
    let before: Measure
    let value: Double
    let earlier: Double
    let interval: Interval

    /// Nil unless both windows have a value and this one an interval.
    init?(_ now: Measure, _ before: Measure) {
        guard let value = now.value, let earlier = before.value, let interval = now.interval else {
            return nil
        }
        self.now = now
        self.before = before
        self.value = value
        self.earlier = earlier
        self.interval = interval
    }

    /// Whether it is worse than before with the interval excluding what it was, by the factor and
    /// by the step; for measures whose higher value is harm.
    func isWorse(byFactor factor: Double, andStep step: Double) -> Bool {
        interval.low > earlier && value >= earlier * factor && value - earlier >= step
    }

    /// How many times what it was; a rise from nothing counts as tenfold.
    var factor: Double { earlier > 0 ? value / earlier : 10 }
}
