import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

/// Whatever is drawn, it stays inside of the scene, in finite numbers, and its text is readable.
@Suite struct NastyChartTests {
    static let values: [[Double?]] = [
        [], [nil], [1], [0, 0, 0], [42, 42], [1e15, 3e15], [1e-9, 4e-9], [-5, 3, -12],
        [.nan, 1, .infinity, -.infinity], [-1.7e308, 1.7e308], [1_000_000.001, 1_000_000.002],
        [.leastNonzeroMagnitude, .leastNormalMagnitude], Array(repeating: 3, count: 500),
        [0.1, nil, 0.2, nil],
    ]
    static let start: Instant = "2026-09-22T00:00:00Z"
    static let sizes = [
        Size(width: 320, height: 180), Size(width: 900, height: 320), Size(width: 60, height: 24),
        Size(width: 140, height: 70), Size(width: 1, height: 1),
    ]
    static let names = [
        "", "\u{0}a\u{202e}b", String(repeating: "long ", count: 2000), "مرحبا", "日本語", "😀👩‍👩‍👧",
        "<script>alert(1)</script>", "../../etc", "=cmd()",
    ]

    @Test(arguments: values, sizes)
    func `nothing leaves the scene`(values: [Double?], size: Size) {
        for unit in Unit.allCases {
            var series = Charts.series(
                values,
                unit: unit,
                change: "2026-09-23T00:00:00Z",
                normal: Interval(low: 0.1, high: 0.2),
                target: 0.15,
                annotations: Self.names.enumerated().map { index, name in
                    .init(
                        time: Self.start.adding(seconds: Double(index) * 20_000),
                        label: name
                    )
                },
                startsAtZero: unit == .ratio
            )
            expectInside(series, size)
            let points = series.series[0].points
            series.thresholds = [
                Threshold(label: Self.names[2], value: .nan, ink: .warning),
                Threshold(label: Self.names[1], value: 1e300, harm: .below, ink: .critical),
            ]
            series.forecast = forecast(values)
            expectInside(series, size)
            series.series += Self.names.map { name in
                TimeSeriesChart.Series(label: name, points: points, ink: .info)
            }
            expectInside(series, size)
            expectInside(Charts.bars(values, unit: unit, overTime: true), size)
            expectInside(Charts.bars(values, unit: unit, overTime: false), size)
            let markers = Self.names.map { DistributionChart.Marker(label: $0, value: 2) }
            expectInside(
                DistributionChart(
                    title: "d",
                    values: values.compactMap { $0 },
                    unit: unit,
                    format: Charts.utc,
                    markers: markers
                ),
                size
            )
        }
        expectInside(Sparkline(title: "s", values: values), size)
    }

    private func forecast(_ values: [Double?]) -> Forecast {
        let points = values.enumerated().map { index, value in
            Forecast.Point(
                time: Self.start.adding(seconds: Double(index) * 1e6),
                value: value,
                inner: value.map { Interval(low: -$0, high: $0) },
                outer: value.map { Interval(low: $0, high: .infinity) }
            )
        }
        return Forecast(label: Self.names[2], points: points)
    }

    @Test(arguments: sizes)
    func `no calendar leaves the scene`(size: Size) {
        for days in [0, 1, 89, 400, 200_000] {
            let last = Day(number: 20_000)
            let chart = CalendarChart(
                title: "c",
                first: last.adding(days: -days),
                last: last,
                cells: [.init(day: last, count: .max, failures: 1), .init(day: last, count: -4)],
                format: Charts.utc
            )
            expectInside(chart, size)
        }
    }

    @Test(arguments: sizes)
    func `no name leaves the scene`(size: Size) {
        let bars = Self.names.map { BarChart.Bar(label: $0, value: 0.2, highlight: 9) }
        expectInside(
            BarChart(title: "n", bars: bars, unit: .ratio, format: Charts.utc, target: 1),
            size
        )
    }
}
