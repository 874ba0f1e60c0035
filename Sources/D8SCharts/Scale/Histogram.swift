import D8SModel

/// How many values lie in each of equal steps of an axis.
struct Histogram {
    struct Bin: Hashable {
        let low: Double
        let high: Double
        var count: Int
    }

    private(set) var bins: [Bin]
    let isLogarithmic: Bool

    /// The bins of finite values, `limit` of them at the most; nil without a value.
    ///
    /// The steps are logarithmic if the values span two decades or more and none is negative; what
    /// is 0 then lies in the first bin. Their number follows the Rice rule (2 ∛n). Where
    /// values are `isWhole` numbers, so are the edges.
    init?(_ values: [Double], limit: Int, isWhole: Bool = false) {
        let values = values.filter(\.isFinite)
            .map { min(max($0, -ValueDomain.largest), ValueDomain.largest) }
        guard let all = ValueDomain(values) else { return nil }
        let smallest = values.lazy.filter { $0 > 0 }.min() ?? 1
        isLogarithmic = all.low >= 0 && all.high >= smallest * 100
        let rice = 2 * (Double(values.count).naturalLogarithm / 3).exponential
        let count = min(max(Int(rice), 5), max(limit, 1))
        let edges =
            isLogarithmic
            ? Self.logarithmicEdges(from: smallest, to: all.high, count: count)
            : Self.linearEdges(all, count: count, isWhole: isWhole)
        bins = zip(edges, edges.dropFirst()).map { Bin(low: $0, high: $1, count: 0) }
        for value in values { bins[place(of: value, edges)].count += 1 }
    }

    private static func logarithmicEdges(from low: Double, to high: Double, count: Int) -> [Double]
    {
        let start = low.naturalLogarithm, step = (high.naturalLogarithm - start) / Double(count)
        return (0...count).map { (start + Double($0) * step).exponential }
    }

    /// At round values.
    private static func linearEdges(
        _ domain: ValueDomain,
        count: Int,
        isWhole: Bool
    ) -> [Double] {
        let isNearZero = domain.low >= 0 && domain.low <= domain.high / 2
        let wide = domain.high > domain.low ? domain : domain.widened(toZero: false)
        let low = isNearZero ? 0 : wide.low
        let span = wide.high - low
        let power = Double.powerOfTen(notAbove: span / Double(count))
        let round = (isWhole ? [1, 2, 3, 4, 5, 10] : [1, 2, 2.5, 5, 10]).map { $0 * power }
        let fitting = round.first { $0 * Double(count) >= span } ?? power * 10
        let step = isWhole ? max(fitting, 1) : fitting
        let first = (low / step).rounded(.down)
        let last = max((wide.high / step).rounded(.up), first + 1)
        return (0...Int(min(last - first, Double(count + 1)))).map { (first + Double($0)) * step }
    }

    /// The bin that holds a value, by bisection; the last one holds its upper edge too.
    private func place(of value: Double, _ edges: [Double]) -> Int {
        var (low, high) = (0, bins.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
