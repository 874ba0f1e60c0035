import Foundation

/// How far residuals usually go to either side.
struct ResidualTails: Sendable {
    private let residual: [Double]
    private let sorted: [Double]
    private let tail: Int
    private let shape: Double
    private let caution: Double
    /// What fits the excesses of each side, those of events among them; nil with too few points.
    private let lowFit: GeneralizedPareto?
    private let highFit: GeneralizedPareto?
    /// Residuals below and above which 2.5 % lie; nil with too few points.
    let lower: Double?
    let upper: Double?

    /// See ``GeneralizedPareto``: so much that in four weeks of hours of Student's t with three
    /// degrees of freedom, what is found at one in three million comes that often, and not a hundred
    /// times as often because some samples look lighter than what they are drawn from.
    private static let caution = 120.0
    /// The same of medians of three, whose tails are half as heavy.
    static let cautionOfLasting = 60.0
    /// So many times as many points as an event has are judged with it among them: it cannot be
    /// seen there, and one fit serves all.
    private static let many = 50

    /// `shape` is that of a usual heavy tail, `caution` how much it counts: see
    /// ``GeneralizedPareto``.
    init(
        _ residual: [Double],
        shape: Double = GeneralizedPareto.usualShape,
        caution: Double = caution
    ) {
        self.residual = residual
        self.shape = shape
        self.caution = caution
        let sorted = residual.filter { $0.isFinite }.sorted()
        self.sorted = sorted
        tail = max(10, sorted.count / 16)
        let isEnough = sorted.count >= SeriesAnomalies.fewest
        lower = isEnough ? Quantile.of(0.025, sorted: sorted) : nil
        upper = isEnough ? Quantile.of(0.975, sorted: sorted) : nil
        guard isEnough, tail >= Self.many else {
            (lowFit, highFit) = (nil, nil)
            return
        }
        let (low, high) = (sorted[tail], sorted[sorted.count - 1 - tail])
        lowFit = GeneralizedPareto(
            excesses: sorted.prefix(tail).reversed().map { low - $0 },
            caution: caution,
            usualShape: shape
        )
        highFit = GeneralizedPareto(
            excesses: sorted.suffix(tail).map { $0 - high },
            caution: caution,
            usualShape: shape
        )
    }

    /// The thresholds: beyond them lie `tail` residuals on each side.
    private var isEnough: Bool { lower != nil }
    private var low: Double { sorted[tail] }
    private var high: Double { sorted[sorted.count - 1 - tail] }

    func isBeyond(_ value: Double) -> Bool {
        isEnough && value.isFinite && (value < low || value > high)
    }

    /// Two-sided probability of a residual as far out, by rank; nil if it is unknown or there are
    /// too few.
    func probability(_ value: Double) -> Double? {
        guard isEnough, value.isFinite else { return nil }
        let below = sorted.place(of: value.nextUp)
        let above = sorted.count - sorted.place(of: value)
        return min(1, 2 * Double(min(below, above)) / Double(sorted.count))
    }

    /// The same for a residual of an event, whose points give no evidence for themselves.
    func probability(_ value: Double, without run: Range<Int>) -> Double? {
        guard isBeyond(value) else { return probability(value) }
        let isHigh = value > high
        let excess = isHigh ? value - high : low - value
        if run.count * Self.many <= tail, let fit = isHigh ? highFit : lowFit {
            let share = Double(tail) / Double(sorted.count)
            return min(1, 2 * share * pow(10, -fit.surprise(excess)))
        }
        let own = run.filter { isHigh ? residual[$0] > high : residual[$0] < low }
        let others = excesses(isHigh: isHigh, without: own.map { residual[$0] })
        let count = Double(sorted.count - own.count + 1)
        let rank = Double(others.count { $0 >= excess } + 1) / count
        guard others.count >= 5,
            let pareto = GeneralizedPareto(
                excesses: others,
                caution: caution,
                usualShape: shape
            )
        else {
            return min(1, 2 * rank)
        }
        let share = Double(others.count + 1) / count
        return min(1, 2 * share * pow(10, -pareto.surprise(excess)))
    }

    /// The excesses on one side in ascending order, each of `own` left out once.
    private func excesses(isHigh: Bool, without own: [Double]) -> [Double] {
        var own = own.sorted { isHigh ? $0 < $1 : $0 > $1 }[...]
        let side = isHigh ? Array(sorted.suffix(tail)) : sorted.prefix(tail).reversed()
        return side.compactMap { value in
            if let first = own.first, first == value {
                own = own.dropFirst()
                return nil
            }
            return isHigh ? value - high : low - value
        }
    }
}
