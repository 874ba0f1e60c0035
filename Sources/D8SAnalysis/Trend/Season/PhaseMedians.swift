/// A fast robust decomposition for thousands of series: medians over whole seasons for the level,
/// medians over the same phase for the seasons.
///
/// Linear time; gaps cost nothing.
/// It is rougher than ``Seasons``: a season that changes its form is taken as its middle one.
package struct PhaseMedians: Hashable, Sendable {
    /// In steps, ascending.
    package let periods: [Int]
    /// The level between the seasons, at every index also where there is a gap.
    package private(set) var level: [Double]
    /// For each period the deviations of its phases, of which the median is 0.
    package private(set) var phases: [[Double]] = []
    /// Value less what was expected; NaN where there is a gap.
    package private(set) var remainder: [Double]

    /// Nil without a finite value.
    ///
    /// Periods are used from the shortest on, each on what those before it left; one with fewer
    /// than two whole seasons is left out.
    package init?(_ series: [Double], periods: [Int]) {
        let usable = Set(periods.filter { $0 > 1 && $0 <= series.count / 2 }).sorted()
        let block = usable.last ?? max(1, series.count / 8)
        var scratch = [Double](repeating: 0, count: series.count)
        guard let level = Self.level(series, block, &scratch) else { return nil }
        self.periods = usable
        self.level = level
        remainder = zip(series, level).map { $0.isFinite ? $0 - $1 : .nan }
        for period in usable { takeSeason(period, &scratch) }
        settle(block, &scratch)
    }

    /// Level and seasons at every index, also where there is a gap.
    package var expected: [Double] {
        level.indices.map { index in
            zip(periods, phases).reduce(level[index]) { $0 + $1.1[index % $1.0] }
        }
    }

    /// What the season of this period adds at an index.
    package func season(_ place: Int, _ index: Int) -> Double {
        phases[place][index % periods[place]]
    }

    private mutating func takeSeason(_ period: Int, _ scratch: inout [Double]) {
        var phase = (0..<period).map { start in
            Self.median(stride(from: start, to: remainder.count, by: period), remainder, &scratch)
                ?? .nan
        }
        let known = phase.filter(\.isFinite)
        let middle = Quantile.median(of: known) ?? 0
        for index in phase.indices {
            phase[index] = phase[index].isFinite ? phase[index] - middle : 0
        }
        for index in remainder.indices { remainder[index] -= phase[index % period] }
        phases.append(phase)
    }

    /// Moves into the level what the medians of single blocks missed: without the seasons it can be
    /// seen from half as long blocks.
    private mutating func settle(_ block: Int, _ scratch: inout [Double]) {
        guard let change = Self.level(remainder, max(1, block / 2), &scratch) else { return }
        for index in level.indices {
            level[index] += change[index]
            remainder[index] -= change[index]
        }
    }

    /// Medians of blocks, joined by straight lines from centre to centre and level beyond them.
    private static func level(
        _ series: [Double],
        _ block: Int,
        _ scratch: inout [Double]
    ) -> [Double]? {
        let blocks = max(1, series.count / block)
        var knots: [(place: Double, value: Double)] = []
        for number in 0..<blocks {
            let start = number * block
            let end = number == blocks - 1 ? series.count : start + block
            let range = stride(from: start, to: end, by: 1)
            if let value = median(range, series, &scratch) {
                knots.append((Double(start + end - 1) / 2, value))
            }
        }
        guard let first = knots.first, let last = knots.last else { return nil }
        var result = [Double](repeating: first.value, count: series.count)
        for index in series.indices where Double(index) > last.place { result[index] = last.value }
        for (left, right) in zip(knots, knots.dropFirst()) {
            let slope = (right.value - left.value) / (right.place - left.place)
            for index in Int(left.place.rounded(.up))...Int(right.place) {
                result[index] = left.value + slope * (Double(index) - left.place)
            }
        }
        return result
    }

    /// The median of the finite values at these indexes.
    private static func median(
        _ indexes: StrideTo<Int>,
        _ series: [Double],
        _ scratch: inout [Double]
    ) -> Double? {
        var count = 0
        for index in indexes where series[index].isFinite {
            scratch[count] = series[index]
            count += 1
        }
        return scratch.withUnsafeMutableBufferPointer {
            Quantile.of(0.5, selectingIn: .init(rebasing: $0[..<count]))
        }
    }
}
