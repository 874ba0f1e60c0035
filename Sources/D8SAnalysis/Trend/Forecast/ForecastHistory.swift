/// A series made ready to be forecast: finite, without gaps at the ends, not longer than needed, in
/// a unit of its own size.
struct ForecastHistory: Sendable {
    /// The most values that a forecast is made from: older ones say nothing about the next.
    static let longest = 4_000

    /// The values in units of `unit`; NaN is a gap; the first and the last are numbers.
    private(set) var values: [Double] = []
    /// A power of two near the greatest size, so that squares cannot overflow.
    private(set) var unit = 1.0
    /// Gaps after the last value, which are forecast over.
    private(set) var behind = 0
    /// Values that are no gaps.
    private(set) var present = 0
    /// The seasons that two rounds were seen of, ascending, each a multiple of the one before.
    private(set) var seasons: [Int] = []
    private(set) var notes: [String] = []
    /// Whether all values are equal.
    private(set) var isConstant = false

    init(_ raw: [Double], seasons asked: [Int]) {
        guard let last = raw.lastIndex(where: \.isFinite) else { return }
        behind = min(Self.longest, raw.count - 1 - last)
        let kept = raw[max(0, last + 1 - Self.longest)...last]
        guard let first = kept.firstIndex(where: \.isFinite) else { return }
        if last >= Self.longest {
            notes.append("only the last \(Self.longest) steps of \(raw.count) were used")
        }
        values = kept[first...].map { $0.isFinite ? $0 : .nan }
        setUnit()
        let gaps = values.count - present
        if gaps > 0 { notes.append("\(gaps) of \(values.count) steps are gaps") }
        if behind > 0 { notes.append("the last \(behind) steps are gaps and were forecast over") }
        chooseSeasons(asked)
    }

    private mutating func setUnit() {
        var (least, most) = (Double.infinity, -Double.infinity)
        for value in values where !value.isNaN {
            present += 1
            (least, most) = (min(least, value), max(most, value))
        }
        isConstant = least == most
        let size = max(abs(least), abs(most))
        guard size > 0 else { return }
        unit = Double(sign: .plus, exponent: size.exponent, significand: 1)
        guard unit.isNormal else {
            unit = 1
            return
        }
        for index in values.indices { values[index] /= unit }
    }

    private mutating func chooseSeasons(_ asked: [Int]) {
        for season in Set(asked).sorted() where season > 1 {
            var period = season
            if let shorter = seasons.last, season <= Self.longest {
                let rounds = Int((Double(season) / Double(shorter)).rounded())
                guard rounds > 1 else { continue }
                period = rounds * shorter
            }
            guard period <= Self.longest, values.count >= 2 * period + 2,
                present >= values.count / 2
            else {
                notes.append("a season of \(season) steps was not seen twice")
                continue
            }
            if period != season {
                notes.append("a season of \(season) steps was taken as \(period)")
            }
            seasons.append(period)
        }
    }
}
