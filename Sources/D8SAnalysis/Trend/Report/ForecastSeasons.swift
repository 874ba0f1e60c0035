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
            rows(grid.values)
        case .auto, .day, .week: grid.step.usualSeasons
        }
    }

    /// The season of the calendar that the rows show best, or any other that they show.
    private static func rows(_ values: [Double]) -> [Int] {
        let usual = SeasonDetection.findings(values, candidates: calendar).filter(\.isFound)
        guard let best = usual.max(by: { $0.gain < $1.gain })?.period else {
            return SeasonDetection.search(values).map { nested($0.period) } ?? []
        }
        return nested(usual.last { $0.period % best == 0 }?.period ?? best)
    }

    /// Rows of quarters, days, months, hours and weeks.
    private static let calendar = [4, 7, 12, 24, 52]

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
