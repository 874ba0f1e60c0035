import Foundation

/// An autoregression of the series without its season, of differences where it wanders.
///
/// The coefficients are Burg's (1975), the order is that of the least AICc, the choice between
/// values and differences is the test of Kwiatkowski, Phillips, Schmidt & Shin (1992) at 5 %, as in
/// R's `auto.arima` (Hyndman & Khandakar 2008). The mean difference is shrunk as far as it could be
/// chance.
struct Autoregression: ForecastMember {
    /// Differences or values; nil: as the test says.
    private let choice: Bool?
    private(set) var isDifferenced = false
    private(set) var coefficients: [Double] = []
    /// The mean, of differences where they are modelled.
    private(set) var mean = 0.0

    init(isDifferenced choice: Bool? = nil) { self.choice = choice }

    var name: String {
        isDifferenced ? "AR(\(coefficients.count)) of differences" : "AR(\(coefficients.count))"
    }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        let values = ForecastSeries.filled(Array(series.adjusted.prefix(series.known)), period: 1)
        guard values.count >= 10 else { return false }
        isDifferenced = choice ?? Stationarity.isRejected(values)
        var work = values
        if isDifferenced {
            for index in 1..<values.count { work[index - 1] = values[index] - values[index - 1] }
            work.removeLast()
        }
        mean = work.reduce(0, +) / Double(work.count)
        for index in work.indices { work[index] -= mean }
        let burg = Burg(work, highest: Self.highest(work.count))
        coefficients = burg.coefficients
        if isDifferenced { mean *= kept(burg.variance, work.count) }
        return true
    }

    private static func highest(_ count: Int) -> Int {
        max(0, min(24, count / 4, Int(10 * log10(Double(count)))))
    }

    /// What is left of the mean difference: 1 − 1/t², with the variance of a mean of dependent
    /// values.
    private func kept(_ variance: Double, _ count: Int) -> Double {
        let gain = 1 - coefficients.reduce(0, +)
        guard gain > 0, mean != 0 else { return 0 }
        let error = variance / (gain * gain) / Double(count)
        return max(0, 1 - error / (mean * mean))
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        let values = ForecastSeries.filled(series.adjusted, period: 1)
        let order = coefficients.count
        var recent = Array(repeating: 0.0, count: order + origins.horizon)
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            for back in 0..<order {
                recent[order - 1 - back] = known(values, origin - 1 - back)
            }
            var level = values[origin - 1]
            for step in 0..<origins.horizon {
                var next = 0.0
                for back in 0..<order {
                    next += coefficients[back] * recent[order + step - 1 - back]
                }
                recent[order + step] = next
                level = isDifferenced ? level + next + mean : next + mean
                paths[index * origins.horizon + step] = level
            }
        }
        series.addSeason(origins, to: paths)
    }

    /// The centred value (difference) at a step; zero before the first.
    private func known(_ values: [Double], _ step: Int) -> Double {
        if !isDifferenced { return step >= 0 ? values[step] - mean : 0 }
        return step >= 1 ? values[step] - values[step - 1] - mean : 0
    }

    /// The variance of each step ahead in units of that of one step.
    func growth(horizon: Int) -> [Double]? {
        var impulses = [1.0]
        var (level, variance) = (0.0, 0.0)
        return (0..<horizon).map { step in
            if step > 0 {
                var next = 0.0
                for back in 0..<min(step, coefficients.count) {
                    next += coefficients[back] * impulses[step - 1 - back]
                }
                impulses.append(next)
            }
            level = isDifferenced ? level + impulses[step] : impulses[step]
            variance += level * level
            return variance
        }
    }
}
