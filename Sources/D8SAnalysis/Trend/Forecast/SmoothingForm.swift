/// The shape of an exponential smoothing model in the taxonomy of Hyndman, Koehler, Ord & Snyder
/// (2008), *Forecasting with Exponential Smoothing*: error, trend, season.
struct SmoothingForm: Hashable, Sendable {
    enum Trend: Hashable, Sendable { case none, additive, damped }
    enum Season: Hashable, Sendable { case none, additive, multiplicative }

    /// Whether errors grow with the level (M) or not (A).
    let isRelative: Bool
    let trend: Trend
    let season: Season

    /// As R writes it: `AAdN`, `MNM`.
    var name: String {
        let trend =
            switch trend {
            case .none: "N"
            case .additive: "A"
            case .damped: "Ad"
            }
        let season =
            switch season {
            case .none: "N"
            case .additive: "A"
            case .multiplicative: "M"
            }
        return (isRelative ? "M" : "A") + trend + season
    }

    /// Smoothing parameters and free first states, with the variance: what AICc counts.
    func parameters(period: Int) -> Int {
        let trends =
            switch trend {
            case .none: 0
            case .additive: 2
            case .damped: 3
            }
        return 3 + trends + (season == .none ? 0 : period)
    }

    /// Whether predictions must stay above zero.
    var needsPositive: Bool { isRelative || season == .multiplicative }
}
