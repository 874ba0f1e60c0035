import Foundation

/// The season of a series: one term per phase, in classical decomposition, shrunk towards none as
/// far as it could be chance.
///
/// Shrinking is that of James & Stein; for seasonal terms Miller & Williams 2003, "Shrinkage
/// estimators of time series seasonal factors and their effect on forecasting accuracy". Of nested
/// seasons (hour of day in hour of week) the longer one is shrunk towards the shorter.
struct SeasonalTerms: Sendable {
    /// That of step t is at t mod period: added, or a factor.
    private(set) var terms: [Double]
    let isMultiplicative: Bool
    var period: Int { terms.count }

    init(_ terms: [Double], isMultiplicative: Bool) {
        self.terms = terms
        self.isMultiplicative = isMultiplicative
    }

    /// Nil if no season of at least two rounds is left after shrinking.
    init?(_ values: [Double], _ count: Int, seasons: [Int]) {
        let seasons = seasons.filter { $0 > 1 && count >= 2 * $0 }
        guard let longest = seasons.last else { return nil }
        let isPositive = values.prefix(count).allSatisfy { $0.isNaN || $0 > 0 }
        let trend = SeasonalTrend.extended(values, count, longest)
        let added = Self.fit(values, count, trend, seasons, isMultiplicative: false)
        let factors =
            isPositive ? Self.fit(values, count, trend, seasons, isMultiplicative: true) : nil
        switch (added, factors) {
        case (let added?, let factors?):
            self = factors.squares < added.squares ? factors.terms : added.terms
        case (let only?, nil), (nil, let only?): self = only.terms
        case (nil, nil): return nil
        }
        if terms.allSatisfy({ $0 == (isMultiplicative ? 1 : 0) }) { return nil }
    }

    /// The value with its season taken away.
    func adjusted(_ value: Double, at step: Int) -> Double {
        isMultiplicative ? value / terms[step % period] : value - terms[step % period]
    }

    /// The value with its season put back.
    func seasoned(_ value: Double, at step: Int) -> Double {
        isMultiplicative ? value * terms[step % period] : value + terms[step % period]
    }

    /// The terms as they are added to the series, or to its logarithms where they multiply.
    var logarithmic: [Double] { isMultiplicative ? terms.map { log($0) } : terms }

    /// The last so many rounds of the longest season count, and so many values at least: a season
    /// changes too.
    private static let rounds = 10
    private static let least = 200

    private typealias Fitted = (terms: SeasonalTerms, squares: Double)

    private static func fit(
        _ values: [Double],
        _ count: Int,
        _ trend: [Double],
        _ seasons: [Int],
        isMultiplicative: Bool
    ) -> Fitted? {
        guard let longest = seasons.last else { return nil }
        let first = max(0, count - max(rounds * longest, least))
        var rest = (0..<count).map { index in
            if index < first { return Double.nan }
            return isMultiplicative
                ? values[index] / trend[index] - 1 : values[index] - trend[index]
        }
        var terms = Array(repeating: 0.0, count: longest)
        for period in seasons {
            guard let found = shrunk(rest, period) else { return nil }
            for phase in terms.indices { terms[phase] += found[phase % period] }
            for index in rest.indices { rest[index] -= found[index % period] }
        }
        if isMultiplicative {
            for phase in terms.indices { terms[phase] += 1 }
            if terms.contains(where: { $0 < 0.01 }) { return nil }
        }
        var squares = 0.0
        for index in rest.indices where !rest[index].isNaN {
            let error = isMultiplicative ? rest[index] * trend[index] : rest[index]
            squares += error * error
        }
        return (SeasonalTerms(terms, isMultiplicative: isMultiplicative), squares)
    }

    /// The mean of each phase, centred and shrunk; nil if a phase was never seen.
    private static func shrunk(_ rest: [Double], _ period: Int) -> [Double]? {
        var means = Array(repeating: 0.0, count: period)
        var counts = Array(repeating: 0.0, count: period)
        for index in rest.indices where !rest[index].isNaN {
            means[index % period] += rest[index]
            counts[index % period] += 1
        }
        guard !counts.contains(0) else { return nil }
        for phase in means.indices { means[phase] /= counts[phase] }
        let mean = means.reduce(0, +) / Double(period)
        for phase in means.indices { means[phase] -= mean }
        var (inside, size) = (0.0, 0.0)
        for index in rest.indices where !rest[index].isNaN {
            let error = rest[index] - mean - means[index % period]
            inside += error * error
            size += 1
        }
        let between = means.reduce(0) { $0 + $1 * $1 }
        guard between > 0 else { return means }
        let noise = size > Double(period) ? inside / (size - Double(period)) : 0
        let chance =
            counts.reduce(0) { $0 + noise / $1 } * Double(max(1, period - 3))
            / Double(period)
        let kept = max(0, 1 - chance / between)
        return means.map { $0 * kept }
    }
}
