import D8SModel

extension TimeSeriesChart {
    /// The last, the lowest and the highest value of each line that has a name, and the limits.
    var detail: String {
        let lines = series.prefix(TimeSeriesLayout.distinct).compactMap(detail)
        let limits = thresholds.filter(\.value.isFinite).map {
            $0.label + " " + format.value($0.value, unit)
        }
        return (lines + limits).asDetail
    }

    private func detail(of series: Series) -> String? {
        let values = series.points.filter { point in
            window.map { $0.start <= point.time && point.time <= $0.end } ?? true
        }.compactMap(\.value).filter(\.isFinite)
        guard let last = values.last, let all = ValueDomain(values) else { return nil }
        let name = series.label.isEmpty ? "" : series.label.cleanedForDrawing(limit: 40) + ": "
        let texts = [last, all.low, all.high].map { format.value($0, unit) }
        return "\(name)last \(texts[0]), lowest \(texts[1]), highest \(texts[2])"
    }
}
