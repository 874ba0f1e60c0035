internal import D8SModel

extension Evaluator {
    /// `topk`, `bottomk` and `limitk`: some of the series of each group at each step.
    mutating func selectSome(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let wanted = try parameter(aggregation, steps)
        let vector = try vector(aggregation.expression, steps)
        if wanted.allSatisfy({ $0 < 1 }) { return StepVector() }
        try Self.checkCounts(wanted)
        var result = StepVector(isOrdered: aggregation.operator != .limitk && steps.count == 1)
        for group in SeriesGroup.groups(of: vector, by: aggregation) {
            var columns = group.columns
            for column in columns.indices {
                columns[column].values = Array(repeating: .absent, count: steps.count)
            }
            var order: [Int] = []
            for step in 0..<steps.count where wanted[step] >= 1 {
                let present = group.present(at: step)
                let count = min(present.count, Int(wanted[step].rounded(.towardZero)))
                let chosen = Self.ordered(present, aggregation.operator).prefix(count)
                for (column, value) in chosen { columns[column].values[step] = value }
                order = chosen.map(\.column)
            }
            if !result.isOrdered { order = Array(columns.indices) }
            result.columns += order.map { columns[$0] }.filter { !$0.isEmpty }
        }
        return result
    }

    private static func checkCounts(_ wanted: [Double]) throws(QueryError) {
        if wanted.contains(where: \.isNaN) {
            throw .evaluation(reason: "Parameter value is NaN")
        }
        for (value, word) in [(wanted.min(), "underflows"), (wanted.max(), "overflows")] {
            guard let value, value <= -9.2233720368547758e18 || value >= 9.2233720368547758e18
            else { continue }
            throw .evaluation(
                reason: "Scalar value \(NumberText.short(value)) \(word) int64"
            )
        }
    }

    /// The best first; NaN last; of equal ones that of the smaller labels first.
    private static func ordered(
        _ present: [(column: Int, value: Double)],
        _ sign: Aggregation.Operator
    ) -> [(column: Int, value: Double)] {
        guard sign != .limitk else { return present }
        return present.sorted { left, right in
            if left.value.isNaN || right.value.isNaN {
                return left.value.isNaN == right.value.isNaN
                    ? left.column < right.column : right.value.isNaN
            }
            if left.value == right.value { return left.column < right.column }
            return sign == .topk ? left.value > right.value : left.value < right.value
        }
    }

    /// `limit_ratio`: about that share of the series, chosen by a hash of their labels.
    ///
    /// A negative share chooses those that the share of 1 plus it leaves out.
    mutating func selectShare(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let shares = try parameter(aggregation, steps)
        var vector = try vector(aggregation.expression, steps)
        if shares.contains(where: \.isNaN) {
            throw .evaluation(reason: "Ratio value is NaN")
        }
        warnOfShares(shares, at: aggregation.parameter?.place ?? 0..<0)
        for column in vector.columns.indices {
            let place = Self.place(of: vector.columns[column].series)
            for step in 0..<steps.count {
                let share = max(-1, min(1, shares[step]))
                let isChosen = share >= 0 ? place < share : place >= 1 + share
                if !isChosen { vector.columns[column].values[step] = .absent }
            }
        }
        vector.columns.removeAll(where: \.isEmpty)
        return vector
    }

    private mutating func warnOfShares(_ shares: [Double], at place: Range<Int>) {
        let wrong = [(shares.max() ?? 0, 1.0), (shares.min() ?? 0, -1.0)]
        for (share, limit) in wrong where share.magnitude > 1 && share * limit > 0 {
            notes.warn(
                "ratio value should be between -1 and 1, got \(NumberText.short(share)), "
                    + "capping to \(NumberText.short(limit))",
                at: place
            )
        }
    }

    /// A number from 0 up to 1 that is always the same for a series (FNV-1a, mixed).
    private static func place(of series: Series) -> Double {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in series.key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 33
        hash = hash &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 33
        return Double(hash >> 11) / Double(UInt64(1) << 53)
    }
}
