import D8SModel

/// Shares week by week: their totals, how much they scatter, and the test of two stretches.
struct WeeklyShares {
    typealias Count = (part: Int, whole: Int)

    let weeks: [Count]

    var part: Int { weeks.reduce(0) { $0 + $1.part } }
    var whole: Int { weeks.reduce(0) { $0 + $1.whole } }

    /// Pearson's χ² of the weeks around their common share, and its degrees of freedom.
    private var scatter: (chi: Double, freedom: Double) {
        let share = Double(part) / Double(max(1, whole))
        guard share > 0, share < 1 else { return (0, 0) }
        let filled = weeks.filter { $0.whole > 0 }
        let chi = filled.reduce(0.0) { sum, week in
            let expected = share * Double(week.whole)
            let distance = Double(week.part) - expected
            return sum + distance * distance / (expected * (1 - share))
        }
        return (chi, Double(max(0, filled.count - 1)))
    }

    /// Fisher's exact probability that the share of these weeks is as high as it is if it is the
    /// earlier ones' share, and by how much the weeks scatter more than chance.
    ///
    /// Where failures come in clusters, weeks scatter more than independent deployments would, and
    /// a binomial test believes too much. If the scatter within both stretches is beyond what
    /// chance gives in 5 of 100 cases, the test's normal score is divided by its root (the
    /// quasi-likelihood correction of McCullagh & Nelder 1989, section 4.5).
    func test(against earlier: WeeklyShares) -> (probability: Double, scatter: Double)? {
        guard
            let exact = FisherExact.higher((part, whole), than: (earlier.part, earlier.whole))
        else { return nil }
        let (one, two) = (scatter, earlier.scatter)
        let freedom = one.freedom + two.freedom
        let chi = one.chi + two.chi
        guard freedom > 0, chi > freedom + 1.645 * (2 * freedom).squareRoot() else {
            return (exact, 1)
        }
        let ratio = chi / freedom
        let score = Normal.point(exceededWith: min(max(exact, 1e-300), 1 - 1e-16)) ?? 0
        guard score > 0 else { return (exact, ratio) }
        return (Normal.upperTail(score / ratio.squareRoot()), ratio)
    }
}
