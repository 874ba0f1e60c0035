import D8SModel

/// Collects samples by series, so that a page becomes a column for each.
struct RESTSamples {
    private var places: [Series: Int] = [:]
    private(set) var columns: [SampleColumn] = []

    mutating func add(_ value: Double, at time: Instant, to series: Series) {
        let place = places[series] ?? columns.count
        if place == columns.count {
            places[series] = place
            columns.append(SampleColumn(series: series, times: [], values: []))
        }
        columns[place].times.append(time.milliseconds)
        columns[place].values.append(value)
    }
}
