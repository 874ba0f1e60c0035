/// Goes through series step by step, all at the same time.
struct MatrixSteps {
    private let series: [RangeSeries]
    private var places: [Int]

    init(_ series: [RangeSeries]) {
        self.series = series
        places = Array(repeating: 0, count: series.count)
    }

    /// What has a value at `time`, which has to be later than at the call before; the evaluation is
    /// `offset` later than that.
    mutating func vector(at time: Int64, offset: Int64) -> [RuleElement] {
        var vector: [RuleElement] = []
        for index in series.indices {
            var place = places[index]
            let times = series[index].times
            while place < times.count, times[place] < time { place += 1 }
            places[index] = place
            guard place < times.count, times[place] == time else { continue }
            vector.append(
                RuleElement(
                    series: series[index].series,
                    value: series[index].values[place],
                    time: time + offset
                )
            )
        }
        return vector
    }
}
