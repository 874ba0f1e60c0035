import D8SModel

extension RankBarChart {
    /// The names and values of all that may be drawn.
    var detail: String {
        ranked.prefix(max(limit, 1)).prefix(50).map {
            $0.label.cleanedForDrawing(limit: 60) + " " + format.value($0.value, unit)
        }.asDetail
    }
}
