import D8SModel

extension StackedBarChart {
    /// The parts of the last bar that has any.
    var detail: String {
        guard let stack = StackedBars(self, limit: .max), let last = stack.lastKnown else {
            return ""
        }
        let parts = zip(stack.names, last.values).map {
            $0.cleanedForDrawing(limit: 60) + " " + format.value($1, unit)
        }
        let total = format.value(last.total, unit)
        return ([format.date(last.time) + ": " + total] + parts).asDetail
    }
}
