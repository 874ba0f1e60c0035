/// The last value carried on, with the spread of a random walk: for histories too short to hold
/// anything out.
struct NaiveForecast: Sendable {
    let mean: [Double]
    let spread: ForecastSpread

    /// The spread is the root mean square of the steps between neighbours, which grows with the
    /// root of the steps ahead; its quantiles are Student's with as many degrees of freedom as
    /// there are steps.
    init(_ history: ForecastHistory, horizon: Int) {
        var last: (index: Int, value: Double)?
        var (squares, count) = (0.0, 0.0)
        for index in history.values.indices where !history.values[index].isNaN {
            let value = history.values[index]
            if let last {
                squares += (value - last.value) * (value - last.value) / Double(index - last.index)
                count += 1
            }
            last = (index, value)
        }
        mean = Array(repeating: last?.value ?? 0, count: horizon)
        let variance = count > 0 ? squares / count : 0
        spread = ForecastSpread(
            deviations: (0..<horizon).map { (variance * Double($0 + 1)).squareRoot() },
            degrees: max(1, count)
        )
    }
}
