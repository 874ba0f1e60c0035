import D8SModel

/// Where benchmark editions place a measure.
///
/// A level is given only if the whole interval lies inside it or there are 20 observations.
struct Grading {
    static let enough = 20

    let benchmarks: [Benchmark]

    func grades(_ name: MeasureName, _ value: Double?, n: Int, _ interval: Interval?) -> [Grade] {
        guard let value, value.isFinite else { return [] }
        return benchmarks.compactMap { benchmark in
            guard let scale = benchmark.scales[name] else { return nil }
            let grade = Self.grade(value, scale, benchmark.edition)
            guard n < Self.enough else { return grade }
            guard let interval,
                Self.grade(interval.low, scale, benchmark.edition) == grade,
                Self.grade(interval.high, scale, benchmark.edition) == grade
            else { return nil }
            return grade
        }
    }

    /// Why there is no level although some edition grades this measure; nil if there is one.
    func note(_ name: MeasureName, n: Int, _ grades: [Grade]) -> String? {
        guard grades.isEmpty, benchmarks.contains(where: { $0.scales[name] != nil }) else {
            return nil
        }
        return "not enough data for a level: \(n) of \(Self.enough) observations, and the interval "
            + "spans more than one level"
    }

    static func grade(_ value: Double, _ scale: Benchmark.Scale, _ edition: String) -> Grade {
        switch scale {
        case .bands(let bands, let worst):
            let place = bands.firstIndex { value <= $0.upTo } ?? bands.count
            let label = place < bands.count ? bands[place].label : worst
            let standing = bands.isEmpty ? 0 : 1 - Double(place) / Double(bands.count)
            return Grade(edition: edition, label: label, standing: standing)
        case .percentScore:
            return score(10 - value * 10, edition)
        case .categoryScore(let bounds, _):
            let place = bounds.firstIndex { value <= $0 } ?? bounds.count
            return score(Double(2 * (bounds.count - place)), edition)
        }
    }

    private static func score(_ score: Double, _ edition: String) -> Grade {
        let tenths = Int((min(max(score, 0), 10) * 10).rounded())
        return Grade(
            edition: edition,
            label: "\(tenths / 10).\(tenths % 10)",
            standing: Double(tenths) / 100
        )
    }
}
