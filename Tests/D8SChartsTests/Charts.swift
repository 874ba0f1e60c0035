import D8SCharts
import D8SModel
import D8STestSupport

/// Charts for tests.
enum Charts {
    static let london = Format(zone: Zone(identifier: "Europe/London") ?? .utc)
    static let utc = Format(zone: .utc)

    /// A chart of daily values from 22 September 2026 on.
    static func series(
        _ values: [Double?],
        unit: Unit = .ratio,
        ink: Ink = .critical,
        step: Double = 86_400,
        change: Instant? = nil,
        normal: Interval? = nil,
        target: Double? = nil,
        annotations: [EvidenceSeries.Annotation] = [],
        startsAtZero: Bool = true
    ) -> TimeSeriesChart {
        let start: Instant = "2026-09-22T00:00:00Z"
        let points = values.enumerated().map { index, value in
            EvidenceSeries.Point(time: start.adding(seconds: Double(index) * step), value: value)
        }
        return TimeSeriesChart(
            title: "Change fail rate",
            series: [.init(points: points, ink: ink)],
            unit: unit,
            format: utc,
            normal: normal,
            target: target,
            change: change,
            annotations: annotations,
            startsAtZero: startsAtZero
        )
    }

    static func bars(_ values: [Double?], unit: Unit = .count, overTime: Bool) -> BarChart {
        let start: Instant = "2026-09-22T00:00:00Z"
        let bars = values.enumerated().map { index, value in
            BarChart.Bar(
                label: "bar \(index)",
                time: overTime ? start.adding(seconds: Double(index) * 604_800) : nil,
                value: value,
                highlight: 1
            )
        }
        return BarChart(title: "Bars", bars: bars, unit: unit, format: utc, target: 3)
    }
}
