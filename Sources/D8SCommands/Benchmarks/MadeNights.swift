import D8SAnalysis
import D8SModel

/// Nights that look at made series exactly as the nightly job looks at measures.
struct MadeNights {
    /// One hour in milliseconds.
    private static let step: Int64 = 3_600_000

    private let kinds: [MadeSeries.Kind]
    private var made: [MadeSeries]
    /// The hours that a night sees, of each series.
    private(set) var weeks: [[Double]]
    private var end = Instant(seconds: 1_800_000_000)

    /// Series of these kinds in turn, from the first night on.
    init(_ kinds: [MadeSeries.Kind], series: Int, seed: Int) {
        self.kinds = kinds
        made = (0..<series).map {
            MadeSeries(kinds[$0 % kinds.count], number: seed &* 1_000_003 &+ $0)
        }
        weeks = made.indices.map { _ in [] }
        let hours = Int(TrendWindow.days) * 24 + 1
        for number in made.indices { weeks[number] = made[number].values(hours) }
    }

    func kind(of number: Int) -> MadeSeries.Kind { kinds[number % kinds.count] }

    /// Goes on to the next night; `planted` may change the hours that it brings.
    mutating func advance(_ planted: (Int, [Double]) -> [Double] = { $1 }) {
        end = end.adding(seconds: 86_400)
        for number in made.indices {
            let new = planted(number, made[number].values(24))
            weeks[number] = weeks[number].suffix(weeks[number].count - 24) + new
        }
    }

    /// What the night would show of these series, if it looked at so many others besides: the
    /// numbers of series with the rules.
    func shown(
        _ numbers: some Sequence<Int>,
        others: Int = 0
    ) async -> [(number: Int, rule: String)] {
        var night = TrendNight(asOf: end)
        let pack = pack
        let wanted = Array(numbers)
        for measure in pack.measures {
            let lines = wanted.filter { (kind(of: $0) == .ratios) == (measure.name.unit == .ratio) }
                .map(line)
            await night.look(at: lines, of: measure, pack)
        }
        night.count(others: others)
        return night.findings(besides: [], format: Format(zone: .utc)).compactMap { finding in
            Int(finding.entity.name).map { ($0, finding.rule) }
        }
    }

    private func line(_ number: Int) -> MeasureReading.Line {
        let values = weeks[number]
        let start = end.milliseconds - Int64(values.count - 1) * Self.step
        return MeasureReading.Line(
            series: Series(metric: "made", labels: [Label("page", "\(number)")]),
            times: values.indices.map { start + Int64($0) * Self.step },
            values: values
        )
    }

    private var pack: Pack {
        Pack(
            name: "made",
            title: "Made",
            about: "Series that were made.",
            entity: PackEntity(kind: .service, plural: "pages", labels: ["page"]),
            needs: ["made"],
            measures: [measure("made.value", .seconds), measure("made.share", .ratio)],
            panels: [],
            file: "made.yaml"
        )
    }

    private func measure(_ name: String, _ unit: Unit) -> PackMeasure {
        PackMeasure(
            name: MeasureName(rawValue: name, title: "Value", unit: unit, harm: .both),
            query: "made"
        )
    }
}
