/// Tests that compare a statistic with its values in orders drawn at random, from a fixed seed.
package enum Permutation {
    /// The probability that chance does as well, of which `draw` says in each round whether it did:
    /// (hits + 1) / (rounds + 1), which is never 0 and never too small (Phipson & Smyth 2010,
    /// "Permutation P-values Should Never Be Zero").
    ///
    /// After `enough` hits it stops and gives hits / rounds (Besag & Clifford 1991, "Sequential
    /// Monte Carlo p-values"), which is valid too: clear cases cost few rounds.
    package static func probability(
        rounds: Int,
        enough: Int = .max,
        seed: UInt64 = 0,
        _ draw: (inout Xoshiro) -> Bool
    ) -> Double {
        var random = Xoshiro(seed: seed)
        var hits = 0
        for round in 1..<max(1, rounds) + 1 {
            if draw(&random) { hits += 1 }
            if hits >= max(1, enough) { return Double(hits) / Double(round) }
        }
        return Double(hits + 1) / Double(max(1, rounds) + 1)
    }

    /// The probability of the mean of the first sample lying as far above that of the second, or
    /// further, if they are from one distribution; nil if one is empty or holds a value that is not
    /// finite.
    ///
    /// Exact where there are at most `rounds` ways to divide the values, else by so many draws.
    package static func meanIsHigher(
        _ first: [Double],
        than second: [Double],
        rounds: Int = 9999,
        seed: UInt64 = 0
    ) -> Double? {
        var all = first + second
        guard !first.isEmpty, !second.isEmpty, all.allSatisfy(\.isFinite) else { return nil }
        let observed = first.reduce(0, +)
        // Sums of the same values in another order may differ by rounding.
        let size = all.reduce(0) { $0 + abs($1) }
        let limit = observed - size * Double(all.count) * 0x1p-53
        let ways = Binomial.logChoose(all.count, first.count)
        if ways < 11, Binomial.choose(all.count, first.count) <= rounds {
            return exact(all, first.count, limit)
        }
        return all.withUnsafeMutableBufferPointer { all in
            probability(rounds: rounds, seed: seed) { random in
                var sum = 0.0
                for index in first.indices {
                    all.swapAt(index, index + random.below(all.count - index))
                    sum += all[index]
                }
                return sum >= limit
            }
        }
    }

    /// The share of all choices of `count` values whose sum reaches the limit.
    private static func exact(_ values: [Double], _ count: Int, _ limit: Double) -> Double {
        var chosen = Array(0..<count)
        var (hits, ways) = (0, 0)
        while true {
            ways += 1
            if chosen.reduce(0, { $0 + values[$1] }) >= limit { hits += 1 }
            let next = chosen.indices.last { chosen[$0] < values.count - count + $0 }
            guard let next else { return Double(hits) / Double(ways) }
            let start = chosen[next] + 1
            for index in next..<count { chosen[index] = start + index - next }
        }
    }
}
