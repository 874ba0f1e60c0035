/// One way to forecast, which can be fitted to the beginning of a series and rolled over the rest.
protocol ForecastMember {
    /// How it is named in `Forecast.method`.
    var name: String { get }

    /// Fits to the known values; false if it cannot be used for them.
    mutating func fit(_ series: ForecastSeries) -> Bool

    /// Fits to more of the same series; parameters that need a search are kept.
    mutating func refit(_ series: ForecastSeries) -> Bool

    /// Writes what it would have forecast at each origin, each from what was known there, with the
    /// parameters as they were fitted.
    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    )

    /// The variance of each step ahead in units of that of the first, as its model has it; nil
    /// where it has none.
    func growth(horizon: Int) -> [Double]?
}

extension ForecastMember {
    mutating func refit(_ series: ForecastSeries) -> Bool { fit(series) }

    func growth(horizon: Int) -> [Double]? { nil }
}
