import D8SModel

/// Whether a series has come to a new level of late and stayed there.
///
/// The innovations from each place on are held against those before it, by ranks
/// (``LevelChange``). The clearest place of all counts; if that is an old change, only what came
/// since is looked at.
struct NewLevel {
    private let values: [Double]
    private let fewest: Int
    /// So many older changes are looked past, each of which has to be as clear as this.
    private static let rounds = 4
    private static let level = 0.01

    /// The last change, if it is at index `news` or after it; nil if there is none.
    ///
    /// It has at least `fewest` known values on each side. NaN is a gap; seasons should have been
    /// taken out. Its probability is that of as clear a change at any place from `news` on.
    static func last(_ series: [Double], from news: Int, fewest: Int) -> Shift? {
        let known = series.indices.filter { series[$0].isFinite }
        let level = NewLevel(values: known.map { series[$0] }, fewest: max(3, fewest))
        return level.last(from: known.count { $0 < news }).map { $0.among(known) }
    }

    private func last(from news: Int) -> Shift? {
        var start = 0
        for round in 1...Self.rounds {
            guard let change = LevelChange(values, from: start, fewest: fewest) else { return nil }
            if change.index >= news {
                let places = values.count - max(start, news)
                return shift(change, start, chances: Double(places * round))
            }
            guard change.p(chances: Double(values.count - start)) < Self.level else { return nil }
            start = change.index
        }
        return nil
    }

    /// Levels are medians; nil if they say the contrary of the ranks, or if the values rise or fall
    /// all the time.
    private func shift(_ change: LevelChange, _ start: Int, chances: Double) -> Shift? {
        guard !change.isLine, change.score != 0,
            let before = Quantile.median(of: Array(values[start..<change.index])),
            let after = Quantile.median(of: Array(values[change.index...])),
            (after - before) * change.score > 0
        else { return nil }
        let effect = after - before
        let point = StudentT.point(exceededWith: 0.025, degrees: change.degrees) ?? .infinity
        let half = point * abs(effect / change.score)
        return Shift(
            kind: .level,
            index: change.index,
            place: change.place,
            before: before,
            after: after,
            interval: Interval(low: effect - half, high: effect + half),
            p: change.p(chances: chances)
        )
    }
}
