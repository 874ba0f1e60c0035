import Foundation

/// The values to forecast from, with what is fitted to the first `known` of them.
struct ForecastSeries: Sendable {
    /// The values, NaN for a gap, a number at both ends.
    let values: [Double]
    /// The same, a gap filled by the value one (longest) season before, else by the last one.
    let filled: [Double]
    /// The values without their season; NaN is a gap.
    let adjusted: [Double]
    /// The season of the first `known` values; nil: none was found.
    let season: SeasonalTerms?
    /// The filled values, or their logarithms where the season multiplies.
    let scaled: [Double]
    /// Periods to consider, ascending, each at least 2 and a multiple of the one before.
    let seasons: [Int]
    /// Values that may be fitted to.
    let known: Int
    /// Whether all values are above zero.
    let isPositive: Bool
    private let isLogarithmic: Bool

    init(_ values: [Double], seasons: [Int], known: Int) {
        self.values = values
        self.seasons = seasons
        self.known = known
        let season = SeasonalTerms(values, known, seasons: seasons)
        self.season = season
        adjusted =
            season.map { season in
                values.indices.map { season.adjusted(values[$0], at: $0) }
            } ?? values
        filled = Self.filled(values, period: seasons.last ?? 1)
        isPositive = values.allSatisfy { $0.isNaN || $0 > 0 }
        isLogarithmic = isPositive && season?.isMultiplicative == true
        scaled = isLogarithmic ? filled.map { log($0) } : filled
    }

    /// Takes paths back from logarithms.
    func unscale(_ paths: UnsafeMutableBufferPointer<Double>) {
        guard isLogarithmic else { return }
        for index in paths.indices { paths[index] = exp(paths[index]) }
    }

    /// Puts the season back into paths of the adjusted series.
    func addSeason(_ origins: Origins, to paths: UnsafeMutableBufferPointer<Double>) {
        guard let season else { return }
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            for step in 0..<origins.horizon {
                let place = index * origins.horizon + step
                paths[place] = season.seasoned(paths[place], at: origin + step)
            }
        }
    }

    static func filled(_ values: [Double], period: Int) -> [Double] {
        var filled = values
        for index in values.indices where values[index].isNaN {
            filled[index] =
                index >= period ? filled[index - period] : index > 0 ? filled[index - 1] : 0
        }
        return filled
    }
}
