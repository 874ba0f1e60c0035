/// Two series in step: how they rise and fall together.
struct KendallPairs {
    /// Pairs of times at which both rise or both fall, less those at which one rises and the other
    /// falls.
    let score: Int
    /// The covariance of the Kendall scores of the two if the order of times is random (Dietz &
    /// Killeen 1981, "A Nonparametric Multivariate Test for Monotone Trend").
    let covariance: Double

    /// Both of one length and without NaN; O(n log n) (Knight 1966).
    init(_ first: [Double], _ second: [Double]) {
        let one = Ranks.doubled(first)
        let two = Ranks.doubled(second)
        score = Self.score(one, two)
        let count = Double(first.count)
        let products = zip(one, two).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        covariance = (Double(score) + products - count * (count + 1) * (count + 1)) / 3
    }

    private static func score(_ one: [Int], _ two: [Int]) -> Int {
        let order = one.indices.sorted { (one[$0], two[$0]) < (one[$1], two[$1]) }
        var keys = order.map { Double(two[$0]) }
        var marks = [Int32](repeating: 0, count: keys.count)
        let discordant = KendallScore.sort(&keys, &marks)
        let pairs = one.count * (one.count - 1) / 2
        let tiedOne = tied(order.map { (one[$0], 0) })
        let tiedBoth = tied(order.map { (one[$0], two[$0]) })
        let tiedTwo = tied(keys.map { (Int($0), 0) })
        return pairs - tiedOne - tiedTwo + tiedBoth - 2 * discordant
    }

    /// Number of pairs among runs of equal neighbours.
    private static func tied(_ sorted: [(Int, Int)]) -> Int {
        var (pairs, run) = (0, 0)
        for index in sorted.indices.dropFirst() {
            run = sorted[index] == sorted[index - 1] ? run + 1 : 0
            pairs += run
        }
        return pairs
    }
}
