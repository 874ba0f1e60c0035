import D8SModel

extension StateTimelineChart {
    /// How long each of the first twenty entities was in which state.
    var detail: String {
        rows.prefix(20).map { row in
            let times = states.prefix(Ink.hues.count).enumerated().compactMap { index, state in
                length(of: index, in: row).map {
                    state.name.cleanedForDrawing(limit: 20) + " " + format.duration($0)
                }
            }
            let label = row.label.cleanedForDrawing(limit: 40)
            return times.isEmpty ? "" : label + ": " + times.joined(separator: ", ")
        }.asDetail
    }

    /// In seconds, what overlaps counted once; nil for none.
    private func length(of state: Int, in row: Row) -> Double? {
        let spans = row.spans.lazy.filter { $0.state == state && $0.start < $0.end }
            .compactMap { span -> (Instant, Instant)? in
                let start = max(span.start, window?.start ?? span.start)
                let end = min(span.end, window?.end ?? span.end)
                return start < end ? (start, end) : nil
            }.sorted { $0.0 < $1.0 }
        var total = 0.0
        var reached: Instant?
        for (start, end) in spans where reached.map({ $0 < end }) ?? true {
            total += end.seconds(since: max(start, reached ?? start))
            reached = end
        }
        return total > 0 ? total : nil
    }
}
