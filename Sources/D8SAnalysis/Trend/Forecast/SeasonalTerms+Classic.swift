extension SeasonalTerms {
    /// The plain classical decomposition, as R's `decompose`.
    ///
    /// Nil with under two whole seasons, with a phase never seen, or, where factors are asked for,
    /// with values or factors not above zero. Makridakis, Wheelwright & Hyndman 1998,
    /// *Forecasting*, chapter 3.
    init?(classic values: [Double], _ count: Int, period: Int, isMultiplicative: Bool) {
        guard period > 1, count >= 2 * period, count <= values.count else { return nil }
        let trend = SeasonalTrend.centred(values, count, period)
        var terms = Array(repeating: 0.0, count: period)
        var counts = Array(repeating: 0.0, count: period)
        for index in 0..<count where !trend[index].isNaN && !values[index].isNaN {
            let (value, trend) = (values[index], trend[index])
            if isMultiplicative, value <= 0 || trend <= 0 { return nil }
            terms[index % period] += isMultiplicative ? value / trend : value - trend
            counts[index % period] += 1
        }
        guard !counts.contains(0) else { return nil }
        for phase in terms.indices { terms[phase] /= counts[phase] }
        let mean = terms.reduce(0, +) / Double(period)
        guard !isMultiplicative || mean > 0 else { return nil }
        for phase in terms.indices {
            terms[phase] = isMultiplicative ? terms[phase] / mean : terms[phase] - mean
        }
        if isMultiplicative, terms.contains(where: { $0 < 0.01 }) { return nil }
        self.init(terms, isMultiplicative: isMultiplicative)
    }

    /// Level before the first step of a range and slope, from its first ten adjusted values or as
    /// many as two seasons have, by least squares.
    func beginning(_ values: [Double], _ range: Range<Int>, hasSlope: Bool) -> (Double, Double) {
        let limit = min(range.count, max(10, 2 * period))
        let first = range.lowerBound
        let line = StraightLine(
            (first..<first + limit).map { adjusted(values[$0], at: $0) },
            limit
        )
        guard !hasSlope else { return (line.intercept, line.slope) }
        return (line.intercept + line.slope * Double(limit + 1) / 2, 0)
    }
}
