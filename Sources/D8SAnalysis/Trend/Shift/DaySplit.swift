/// The means of the days before and after one of them.
struct DaySplit {
    /// Of the first day after.
    let index: Int
    let before: Double
    let after: Double
    /// The standard error of their difference.
    let error: Double

    /// There is a day on each side, and no NaN; `degrees` of freedom are left of the days.
    init(_ days: [Double], at index: Int, degrees: Double) {
        func mean(_ part: ArraySlice<Double>) -> Double {
            part.reduce(0, +) / Double(part.count)
        }
        let (before, after) = (mean(days[..<index]), mean(days[index...]))
        let rest = days.indices.map { days[$0] - ($0 < index ? before : after) }
        let squares = rest.reduce(0) { $0 + $1 * $1 }
        let products = zip(rest, rest.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let count = Double(days.count)
        // What neighbouring days have in common makes their mean less sure (Bartlett 1946), and
        // what fitting the two means took of it is given back (Kendall 1954).
        let raw = squares > 0 ? products / squares : 0
        let memory = min(max(0, raw + 2 * (1 + 3 * raw) / count), 0.9)
        let variance = squares / max(1, degrees) * (1 + memory) / (1 - memory)
        self.index = index
        self.before = before
        self.after = after
        error = (variance * (1 / Double(index) + 1 / (count - Double(index)))).squareRoot()
    }

    /// Standard errors that the days after lie above those before; not finite where no day differs.
    var score: Double { (after - before) / error }

    /// Whether the change may as well have been here.
    func isNearly(_ best: DaySplit) -> Bool {
        score * best.score > 0
            && best.score * best.score - score * score <= LevelChange.clearlyWorse
    }
}
