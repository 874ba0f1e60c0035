/// Missing values within a series.
enum Gaps {
    /// The series with straight lines over its gaps, and level ends; nil if more than this share is
    /// missing, or all.
    static func filled(_ series: [Double], atMost share: Double) -> [Double]? {
        let known = series.indices.filter { series[$0].isFinite }
        guard let first = known.first, let last = known.last,
            Double(series.count - known.count) <= share * Double(series.count)
        else { return nil }
        guard known.count < series.count else { return series }
        var result = series
        for index in series.indices.prefix(first) { result[index] = series[first] }
        for index in series.indices.dropFirst(last + 1) { result[index] = series[last] }
        for (before, after) in zip(known, known.dropFirst()) where after > before + 1 {
            let step = (series[after] - series[before]) / Double(after - before)
            for index in (before + 1)..<after {
                result[index] = series[before] + step * Double(index - before)
            }
        }
        return result
    }
}
