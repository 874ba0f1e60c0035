/// Which part of a history is held out to weigh the methods and to measure their errors.
enum HeldOut {
    /// At most so many origins.
    private static let most = 60

    /// The origins over the last third, or over as much as the horizon is long, if enough is left
    /// to fit to; nil if not.
    static func origins(_ history: ForecastHistory, horizon: Int) -> Origins? {
        let count = history.values.count
        let least = max(6, 2 * (history.seasons.last ?? 1))
        let length = min(max(horizon, count / 3), count - least)
        guard length >= 2, history.present >= 8 else { return nil }
        let stride = max(1, length / most)
        return Origins(
            first: count - length,
            stride: stride,
            count: (length - 1) / stride + 1,
            horizon: horizon
        )
    }
}
