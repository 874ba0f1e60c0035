extension ExponentialSmoothing {
    /// Fits to the first `count` values; with the weights there are, only where it starts.
    mutating func fit(_ values: [Double], _ count: Int, keepsWeights: Bool = false) -> Bool {
        let offset = max(0, count - Self.window)
        let present = values[offset..<count].lazy.filter { !$0.isNaN }.count
        guard present > form.parameters(period: period) + 1 else { return false }
        self.count = present
        if form.season == .none {
            fitPlain(values, offset..<count, keepsWeights)
        } else {
            guard
                let season = SeasonalTerms(
                    classic: values,
                    count,
                    period: period,
                    isMultiplicative: form.season == .multiplicative
                )
            else { return false }
            fitSeasonal(values, offset..<count, season, keepsWeights)
        }
        return deviance.isFinite
    }

    /// Parameters from a point of the search, brought within the limits of R.
    private func point(_ point: UnsafePointer<Double>) -> SmoothingWeights {
        func limited(_ index: Int, _ low: Double, _ high: Double) -> Double {
            min(max(point[index], low), high)
        }
        var weights = SmoothingWeights(alpha: limited(0, 1e-4, 0.9999))
        var next = 1
        if form.trend != .none {
            weights.beta = weights.alpha * limited(next, 1e-4, 0.9999)
            next += 1
        }
        if form.trend == .damped {
            weights.phi = limited(next, 0.8, 0.98)
            next += 1
        }
        if form.season != .none {
            weights.gamma = (1 - weights.alpha) * limited(next, 1e-4, 0.9999)
        }
        return weights
    }

    private func search(_ deviance: (SmoothingWeights) -> Double) -> (SmoothingWeights, Double) {
        var first = [0.3]
        var steps = [0.3]
        if form.trend != .none {
            first.append(0.1)
            steps.append(0.15)
        }
        if form.trend == .damped {
            first.append(0.95)
            steps.append(-0.05)
        }
        if form.season != .none {
            first.append(0.1)
            steps.append(0.15)
        }
        let found = NelderMead(from: first, steps: steps, limit: 30 * first.count + 10) { point in
            deviance(self.point(point))
        }
        return (point(found.best), found.value)
    }

    private mutating func fitPlain(
        _ values: [Double],
        _ range: Range<Int>,
        _ keepsWeights: Bool
    ) {
        var response = SmoothingResponse(count: range.count)
        let form = form
        let kept = keepsWeights ? weights : nil
        let (weights, deviance, first) = values.withUnsafeBufferPointer { all in
            let values = UnsafeBufferPointer(rebasing: all[range])
            let (weights, deviance) =
                kept.map { ($0, response.deviance(values, range.count, $0, form)) }
                ?? search { response.deviance(values, range.count, $0, form) }
            let first = response.start(values, range.count, weights, form.trend != .none)
            return (weights, deviance, first)
        }
        (self.weights, self.deviance) = (weights, deviance)
        start = SmoothingState(level: first.level, slope: first.slope, seasonal: [0])
        start.time = range.lowerBound
    }

    private mutating func fitSeasonal(
        _ values: [Double],
        _ range: Range<Int>,
        _ season: SeasonalTerms,
        _ keepsWeights: Bool
    ) {
        let (level, slope) = season.beginning(values, range, hasSlope: form.trend != .none)
        start = SmoothingState(level: level, slope: slope, seasonal: season.terms)
        start.time = range.lowerBound
        if keepsWeights { return }
        let first = start
        var state = start
        let form = form
        (weights, deviance) = values.withUnsafeBufferPointer { values in
            search { weights in
                (state.level, state.slope, state.time) = (level, slope, first.time)
                for phase in state.seasonal.indices {
                    state.seasonal[phase] = first.seasonal[phase]
                }
                var errors = SmoothingState.Errors()
                state.walk(values, to: range.upperBound, weights, form, into: &errors)
                return errors.deviance
            }
        }
    }
}
