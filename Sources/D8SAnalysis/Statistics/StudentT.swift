/// Student's distribution (1908, "The Probable Error of a Mean").
package enum StudentT {
    /// Probability of a value above `t`; nil unless there are more than 0 degrees of freedom.
    package static func upperTail(_ t: Double, degrees: Double) -> Double? {
        guard degrees > 0, degrees.isFinite, !t.isNaN else { return nil }
        guard t.isFinite else { return t > 0 ? 0 : 1 }
        let square = t * t
        let rest = square.isFinite ? square / (degrees + square) : 1
        let share = square.isFinite ? degrees / (degrees + square) : 0
        guard let tails = IncompleteBeta.tails(share, rest, degrees / 2, 0.5) else { return nil }
        return t >= 0 ? tails.lower / 2 : 1 - tails.lower / 2
    }

    /// The value that is exceeded with this probability; nil outside 0 < p < 1.
    package static func point(exceededWith probability: Double, degrees: Double) -> Double? {
        guard probability > 0, probability < 1, degrees > 0, degrees.isFinite else { return nil }
        guard probability != 0.5 else { return 0 }
        let tail = 2 * min(probability, 1 - probability)
        let found = IncompleteBeta.point(lower: tail, upper: 1 - tail, degrees / 2, 0.5)
        guard let found else { return nil }
        let size = (degrees * found.rest / found.x).squareRoot()
        return probability < 0.5 ? size : -size
    }
}
