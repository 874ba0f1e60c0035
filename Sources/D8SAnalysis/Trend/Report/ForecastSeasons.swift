/// The seasons that a forecast considers.
///
/// They are more than those that a series is said to have: a season that is not there costs a
/// forecast next to nothing, since its terms are shrunk and its errors held out, and one that is
/// missed costs much.
enum ForecastSeasons {
    static func of(_ grid: SeriesGrid, _ choice: SeasonChoice) -> [Int] {
        switch choice {
        case .none: []
        case .steps(let period): nested(period)
        case .day where grid.step.daily == nil: []
        case .week where grid.step.weekly == nil: []
        case .auto where grid.step == .row:
            SeasonDetection.rows(grid.values).map(nested) ?? []
        case .auto where grid.step.usualSeasons == [year]:
            SeasonDetection.periods(grid.values, candidates: [year])
        case .auto, .day, .week: grid.step.usualSeasons
        }
    }

    /// In weeks, most of which are no season: it has to be seen.
    private static let year = 52

    /// Rows that are an hour, half, a quarter, ten, five minutes or one apart, in a day.
    private static let days = [24, 48, 96, 144, 288, 1440]

    /// What repeats every day repeats every week as well, and what repeats every week by the day.
    static func nested(_ period: Int) -> [Int] {
        let day = days.first { day in
            period == day || abs(period - 7 * day) * 100 <= 7 * day
        }
        return day.map { [$0, 7 * $0] } ?? [period]
    }
}
