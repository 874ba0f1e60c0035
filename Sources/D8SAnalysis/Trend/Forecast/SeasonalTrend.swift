/// The moving average over one season.
enum SeasonalTrend {
    /// As R's `decompose` has it: half weights at the ends of an even season; NaN near the ends of
    /// the series and where more than half of the window are gaps.
    static func centred(_ values: [Double], _ count: Int, _ period: Int) -> [Double] {
        var trend = Array(repeating: Double.nan, count: count)
        var sums = Array(repeating: 0.0, count: count + 1)
        var counts = Array(repeating: 0, count: count + 1)
        for index in 0..<count {
            let value = values[index]
            sums[index + 1] = sums[index] + (value.isNaN ? 0 : value)
            counts[index + 1] = counts[index] + (value.isNaN ? 0 : 1)
        }
        let half = period / 2
        let isEven = period % 2 == 0
        for index in half..<max(half, count - half) {
            let (from, to) = (index - half, index + half + 1)
            var sum = sums[to] - sums[from]
            var weight = Double(counts[to] - counts[from])
            if isEven {
                for end in [from, to - 1] where !values[end].isNaN {
                    sum -= values[end] / 2
                    weight -= 0.5
                }
            }
            if weight * 2 >= Double(period) { trend[index] = sum / weight }
        }
        return trend
    }

    /// The same; with few seasons carried on to both ends as it is there, so that all values count.
    static func extended(_ values: [Double], _ count: Int, _ period: Int) -> [Double] {
        var trend = centred(values, count, period)
        guard count < 6 * period, let first = trend.firstIndex(where: { !$0.isNaN }),
            let last = trend.lastIndex(where: { !$0.isNaN })
        else { return trend }
        let reach = max(1, min(period / 2, last - first))
        let before = trend[min(last, first + reach)]
        let after = trend[max(first, last - reach)]
        let rise = before.isNaN ? 0 : (before - trend[first]) / Double(reach)
        let fall = after.isNaN ? 0 : (trend[last] - after) / Double(reach)
        for index in 0..<first { trend[index] = trend[first] - rise * Double(first - index) }
        for index in last + 1..<max(count, last + 1) {
            trend[index] = trend[last] + fall * Double(index - last)
        }
        return trend
    }
}
