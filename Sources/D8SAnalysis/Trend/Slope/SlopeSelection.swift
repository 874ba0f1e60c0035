/// Order statistics of the slopes between all pairs of points, exact, without forming the pairs:
/// O(n log n) time for each of a few steps, O(n) memory.
///
/// Sorting across lines of a trial slope says how many slopes lie below it. The rank grows smoothly
/// with the slope, so that a sample of pairs and a secant soon enclose the wanted one between two
/// trials with few pairs between them, and these are looked at one by one (after Matoušek 1991,
/// "Randomized Optimal Algorithm for Slope Selection").
struct SlopeSelection {
    private struct Trial {
        let slope: Double
        let below: Int
    }

    private let points: SlopePoints
    private var order: SlopeOrder
    private let guess: SlopeGuess?
    private var trials: [Trial] = []
    /// So many pairs are looked at one by one.
    private let few: Int

    init(_ points: SlopePoints) {
        self.points = points
        order = SlopeOrder(points)
        guess = SlopeGuess(points)
        few = max(64, points.values.count)
        let bound = 2 * points.range + .leastNormalMagnitude
        trials = [Trial(slope: -bound, below: 0), Trial(slope: bound, below: points.pairs)]
    }

    /// The slopes at two neighbouring ranks, or twice the same, counted from 0; nil without pairs
    /// or outside them.
    mutating func slopes(at ranks: ClosedRange<Int>) -> (Double, Double)? {
        guard ranks.lowerBound >= 0, ranks.upperBound < points.pairs else { return nil }
        guard points.range > 0 else { return (0, 0) }
        guard points.range < .greatestFiniteMagnitude / 4, points.pairs > 4 * few else {
            return points.slopes(at: ranks)
        }
        start(ranks.lowerBound)
        for round in 0..<200 {
            let (low, high) = bracket(ranks)
            let isNarrow = high.slope - low.slope <= 8 * tolerance(low, high)
            if high.below - low.below <= few || isNarrow { return look(low, high, ranks) }
            attempt(next(ranks.lowerBound, low, high, round), ranks.lowerBound)
        }
        return points.slopes(at: ranks)
    }

    /// The nearest trials on both sides.
    private func bracket(_ ranks: ClosedRange<Int>) -> (low: Trial, high: Trial) {
        var (low, high) = (trials[0], trials[1])
        for trial in trials {
            if trial.below <= ranks.lowerBound, trial.slope > low.slope { low = trial }
            if trial.below > ranks.upperBound, trial.slope < high.slope { high = trial }
        }
        return (low, high)
    }

    private mutating func attempt(_ slope: Double, _ rank: Int) {
        let isFirst = trials.count == 2
        order.turn(to: slope, passing: isFirst ? .max : rank - order.below)
        trials.append(Trial(slope: slope, below: order.below))
    }

    private func tolerance(_ low: Trial, _ high: Trial) -> Double {
        points.tolerance(max(abs(low.slope), abs(high.slope)))
    }

    /// Two trials from the sample; if very many pairs seem to have one slope (equal values above
    /// all), one just below it and one just above.
    private mutating func start(_ rank: Int) {
        guard let guess else { return }
        if guess.isCommon(at: rank) {
            let slope = guess.slope(at: rank)
            let margin = 2 * points.tolerance(slope)
            attempt(slope - margin, rank)
            attempt(slope + margin, rank)
        } else if trials.count == 2 {
            attempt(guess.slope(at: rank), rank)
            let density = guess.density(at: rank)
            let (low, high) = bracket(rank...rank)
            let slope = order.below <= rank ? low.slope : high.slope
            let further = slope + (Double(rank - order.below) + pad(order.below <= rank)) / density
            if further > low.slope, further < high.slope { attempt(further, rank) }
        }
    }

    /// How many ranks a trial aims beyond the wanted one, so that it ends on its far side.
    private func pad(_ isUp: Bool) -> Double {
        isUp ? Double(few / 3) : -Double(few / 3)
    }

    /// The secant through the two trials nearest in rank; every third round halves, so that nothing
    /// can stall it.
    private func next(_ rank: Int, _ low: Trial, _ high: Trial, _ round: Int) -> Double {
        let middle = low.slope + (high.slope - low.slope) / 2
        guard round % 3 != 2 || round < 2 else { return middle }
        let lowIsNear = rank - low.below < high.below - rank
        let near = lowIsNear ? low : high
        let second = trials.filter { $0.below != near.below }
            .min { abs($0.below - rank) < abs($1.below - rank) }
        guard let second else { return middle }
        let density = Double(second.below - near.below) / (second.slope - near.slope)
        let slope = near.slope + (Double(rank - near.below) + pad(lowIsNear)) / density
        return slope > low.slope && slope < high.slope ? slope : middle
    }

    /// Looks at the pairs between two trials one by one.
    private mutating func look(
        _ low: Trial,
        _ high: Trial,
        _ ranks: ClosedRange<Int>
    ) -> (Double, Double)? {
        let margin = 2 * tolerance(low, high)
        let limit = 8 * few
        for widening in [0, 2, 8, 32] {
            let first = low.slope - Double(widening) * margin
            let last = high.slope + Double(widening) * margin
            order.turn(to: first, passing: low.below - order.below)
            let before = order.below
            var found = order.passed(to: last, limit: limit)
            guard found.count < limit else {
                let isOne = found.allSatisfy { $0 == found[0] }
                return isOne ? (found[0], found[0]) : points.slopes(at: ranks)
            }
            let (one, two) = (ranks.lowerBound - before, ranks.upperBound - before)
            guard one >= 0, two < found.count else { continue }
            let (slope, next) = found.withUnsafeMutableBufferPointer { found in
                Selection.place(two, in: found)
                let next = found[two]
                Selection.place(one, in: found)
                return (found[one], next)
            }
            if slope > first + margin / 2, next < last - margin / 2 { return (slope, next) }
        }
        return points.slopes(at: ranks)
    }
}
