/// How good stated probabilities were, held against what came.
package struct ProbabilityScore: Hashable, Sendable {
    /// A row of the calibration table: what was said between two probabilities.
    package struct Bin: Hashable, Sendable {
        /// How often.
        package private(set) var n = 0
        /// How often it came about.
        package private(set) var k = 0
        fileprivate var sum = 0.0

        /// The mean of what was said; nil if nothing was.
        package var stated: Double? { n > 0 ? sum / Double(n) : nil }

        fileprivate mutating func add(_ probability: Double, _ happened: Bool) {
            n += 1
            k += happened ? 1 : 0
            sum += probability
        }
    }

    package private(set) var n = 0
    package private(set) var k = 0
    /// Ten bins of equal width.
    package private(set) var bins = [Bin](repeating: Bin(), count: 10)
    private var squares = 0.0
    private var baseSquares = 0.0
    private var gains = 0.0
    private var squaredGains = 0.0
    private var stated = 0.0
    private var variance = 0.0

    package init() {}

    /// Adds a probability that was stated, what the base rate was then, and whether it came about.
    package mutating func add(_ probability: Double, base: Double, happened: Bool) {
        let truth = happened ? 1.0 : 0
        let error = (probability - truth) * (probability - truth)
        let baseError = (base - truth) * (base - truth)
        n += 1
        k += happened ? 1 : 0
        squares += error
        baseSquares += baseError
        gains += baseError - error
        squaredGains += (baseError - error) * (baseError - error)
        stated += probability
        variance += probability * (1 - probability)
        bins[min(9, max(0, Int(probability * 10)))].add(probability, happened)
    }

    /// The mean squared error of the probabilities (Brier 1950); nil if there were none.
    package var brier: Double? { n > 0 ? squares / Double(n) : nil }
    /// The same of the base rate.
    package var baseBrier: Double? { n > 0 ? baseSquares / Double(n) : nil }
    /// The part of the base rate's error that is saved: 1 is perfect, 0 is no better; nil where the
    /// base rate was never wrong.
    package var skill: Double? { baseSquares > 0 ? 1 - squares / baseSquares : nil }

    /// How many standard deviations more came about than was said (Cox 1958; the z of calibration in
    /// the large); 0 where nothing was in doubt.
    package var surplus: Double { variance > 0 ? (Double(k) - stated) / variance.squareRoot() : 0 }

    /// How many standard errors better than the base rate it was, by the differences of the squared
    /// errors.
    package var advantage: Double {
        guard n > 1 else { return 0 }
        let mean = gains / Double(n)
        let spread = max(0, squaredGains / Double(n) - mean * mean) / Double(n)
        return spread > 0 ? mean / spread.squareRoot() : mean == 0 ? 0 : mean > 0 ? 99 : -99
    }
}
