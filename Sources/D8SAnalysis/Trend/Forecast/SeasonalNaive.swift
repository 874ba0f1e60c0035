/// The last value, or the value one season before: what any forecast must beat.
struct SeasonalNaive: ForecastMember {
    /// Steps back; 1 is the last value.
    let period: Int

    var name: String { period == 1 ? "naive" : "seasonal naive \(period)" }

    mutating func fit(_ series: ForecastSeries) -> Bool { series.known >= period }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            for step in 0..<origins.horizon {
                let back = (step / period + 1) * period
                paths[index * origins.horizon + step] = series.filled[max(0, origin + step - back)]
            }
        }
    }
}
