extension SeasonDetection {
    /// The season of rows that are no known time apart: that of the calendar which they show best,
    /// or any other that they show; nil for none.
    package static func rows(_ values: [Double]) -> Int? {
        let usual = findings(values, candidates: calendar).filter(\.isFound)
        guard let best = usual.max(by: { $0.gain < $1.gain })?.period else {
            return search(values)?.period
        }
        // Half a day is shown as well by what repeats every day.
        return usual.last { $0.period % best == 0 }?.period ?? best
    }

    /// Rows of quarters, days, months, hours and weeks.
    private static let calendar = [4, 7, 12, 24, 52]
}
