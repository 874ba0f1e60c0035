/// A series made ready for its spectrum.
enum Whitened {
    /// The ranks, about 0, of what the value before does not explain.
    ///
    /// A spectrum that falls steeply, as of a random walk, would leak from line to line; without the
    /// first-order autoregression it is nearly flat. Values must be finite.
    static func ranks(_ series: ArraySlice<Double>) -> [Double] {
        let values = Array(series)
        let correlations = Autocorrelation.of(values, lags: 1)
        let share = correlations.count > 1 ? max(0, min(1, correlations[1])) : 0
        var rest = values
        for index in values.indices.dropFirst() {
            rest[index] = values[index] - share * values[index - 1]
        }
        if rest.count > 1 { rest[0] = rest[1] }
        let middle = Double(rest.count + 1)
        return Ranks.doubled(rest).map { Double($0) - middle }
    }
}
