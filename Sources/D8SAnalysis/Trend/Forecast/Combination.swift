/// Several ways to forecast one series, weighted by how they did on values held out.
///
/// It is their mean; of nested seasons, where one part may fail by far in a week with a holiday, it
/// is their median (Petropoulos & Svetunkov 2020, "A simple combination of univariate models").
struct Combination {
    /// What is known of one member.
    struct Part {
        var member: any ForecastMember
        /// Its mean absolute error over the held-out steps.
        var error: Double
        var weight: Double
    }

    private(set) var parts: [Part] = []
    /// The errors of the combination: one row of `horizon` per origin, NaN where nothing is known.
    private(set) var errors: [Double] = []
    private let origins: Origins
    private let isNested: Bool
    /// A part whose error is more than this many times the least one has no weight.
    private static let limit = 2.0
    /// With so many known values what had to be searched is not searched again.
    private static let enough = 200

    /// Fits to what comes before the first origin, and weighs by what follows.
    init(_ candidates: [any ForecastMember], _ series: ForecastSeries, _ origins: Origins) {
        self.origins = origins
        isNested = series.seasons.count > 1
        var paths: [[Double]] = []
        for candidate in candidates {
            var member = candidate
            guard member.fit(series) else { continue }
            var path = Array(repeating: 0.0, count: origins.room)
            path.withUnsafeMutableBufferPointer { member.roll(series, origins, into: $0) }
            let error = Self.error(path, series.values, origins)
            guard error.isFinite else { continue }
            parts.append(Part(member: member, error: error, weight: 0))
            paths.append(path)
        }
        weigh()
        errors = combined(paths, parts.map(\.weight))
        for place in errors.indices {
            let time = origins.origin(place / origins.horizon) + place % origins.horizon
            errors[place] = time < series.values.count ? series.values[time] - errors[place] : .nan
        }
    }

    /// The mean absolute error over all origins and steps.
    private static func error(_ path: [Double], _ values: [Double], _ origins: Origins) -> Double {
        var (sum, count) = (0.0, 0.0)
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            for step in 0..<min(origins.horizon, values.count - origin) {
                let error = path[index * origins.horizon + step] - values[origin + step]
                if values[origin + step].isNaN { continue }
                sum += abs(error)
                count += 1
            }
        }
        return count > 0 ? sum / count : .infinity
    }

    /// Weights fall with the error; what any forecast must beat counts only where none does.
    private mutating func weigh() {
        guard let best = parts.map(\.error).min() else { return }
        let floor = max(best, 1e-300)
        var sum = 0.0
        for index in parts.indices {
            let error = max(parts[index].error, floor)
            let isBeaten = !isNested && parts[index].member is SeasonalNaive && error > floor
            parts[index].weight = isBeaten || error > Self.limit * floor ? 0 : floor / error
            sum += parts[index].weight
        }
        for index in parts.indices { parts[index].weight /= sum }
    }

    /// The weights of all paths sum up to 1.
    private func combined(_ paths: [[Double]], _ weights: [Double]) -> [Double] {
        var combined = Array(repeating: 0.0, count: paths.first?.count ?? 0)
        guard isNested else {
            for (path, weight) in zip(paths, weights) where weight > 0 {
                for place in combined.indices { combined[place] += weight * path[place] }
            }
            return combined
        }
        var median = WeightedQuantile()
        for place in combined.indices {
            median.removeAll()
            for (path, weight) in zip(paths, weights) where weight > 0 {
                median.add(path[place], weight: weight)
            }
            median.sort()
            combined[place] = median.value(0.5) ?? .nan
        }
        return combined
    }

    /// Fits all parts anew, to all that is known.
    mutating func refit(_ series: ForecastSeries) {
        let keeps = origins.first >= Self.enough
        for index in parts.indices where parts[index].weight > 0 {
            let isFitted =
                keeps ? parts[index].member.refit(series) : parts[index].member.fit(series)
            if !isFitted { parts[index].weight = 0 }
        }
    }

    /// The forecast from one origin.
    func path(_ series: ForecastSeries, _ origins: Origins) -> [Double]? {
        var (paths, weights): ([[Double]], [Double]) = ([], [])
        for part in parts where part.weight > 0 {
            var path = Array(repeating: 0.0, count: origins.room)
            path.withUnsafeMutableBufferPointer { part.member.roll(series, origins, into: $0) }
            guard path.allSatisfy(\.isFinite) else { continue }
            paths.append(path)
            weights.append(part.weight)
        }
        let sum = weights.reduce(0, +)
        return sum > 0 ? combined(paths, weights.map { $0 / sum }) : nil
    }

    /// The parts and their weights, the heaviest first.
    var description: String {
        let named = parts.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        return named.compactMap { part in
            let percent = Int((part.element.weight * 100).rounded())
            return percent > 0 ? "\(part.element.member.name) \(percent) %" : nil
        }.joined(separator: ", ")
    }

    /// The mean of the growths that the members' models expect; that of a random walk if none
    /// does.
    func growth(horizon: Int) -> [Double] {
        var sum = Array(repeating: 0.0, count: horizon)
        var weight = 0.0
        for part in parts where part.weight > 0 {
            guard let growth = part.member.growth(horizon: horizon) else { continue }
            for step in 0..<horizon { sum[step] += part.weight * growth[step] }
            weight += part.weight
        }
        return (0..<horizon).map { weight > 0 ? sum[$0] / weight : Double($0 + 1) }
    }
}
