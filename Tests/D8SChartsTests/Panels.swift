import D8SCharts
import D8SModel
import D8STestSupport

/// One of each kind of panel with the same label everywhere.
enum Panels {
    static let start: Instant = "2026-09-22T00:00:00Z"

    static func all(label: String) -> [any Chart] {
        let values: [Double?] = [0.1, 0.4, nil, 0.2, 0.9]
        let times = values.indices.map { start.adding(seconds: Double($0) * 3600) }
        return [
            series(label), heatmap(label, values, times), timeline(label, times), gauge(label),
            StatTile(
                title: label,
                label: label,
                value: 0.3,
                previous: 0.1,
                note: label,
                unit: .ratio,
                format: Charts.utc,
                course: values
            ),
            StackedBarChart(
                title: label,
                times: times,
                parts: (0..<8).map { .init(label: "\(label)\($0)", values: values) },
                unit: .money,
                format: Charts.utc
            ),
            RankBarChart(
                title: label,
                entries: values.map { .init(label: label, value: $0) },
                unit: .bytes,
                format: Charts.utc
            ), waterfall(label), icicle(label),
        ]
    }

    private static func waterfall(_ label: String) -> WaterfallChart {
        WaterfallChart(
            title: label,
            start: .init(label: label, value: 10),
            steps: [.init(label: label, value: 4), .init(label: label, value: -2)],
            end: .init(label: label, value: 12),
            unit: .money,
            format: Charts.utc
        )
    }

    private static func icicle(_ label: String) -> IcicleChart {
        let parts = [3.0, 1, -1].map { IcicleChart.Node(label: label, value: $0) }
        return IcicleChart(
            title: label,
            root: .init(label: label, value: 3, parts: parts),
            unit: .money,
            format: Charts.utc
        )
    }

    private static func series(_ label: String) -> TimeSeriesChart {
        var chart = Charts.series([0.1, 0.4, nil, 0.2, 0.9])
        chart.title = label
        chart.thresholds = [Threshold(label: label, value: 0.5, ink: .warning)]
        chart.series = [0, 1].map { _ in
            .init(label: label, points: chart.series[0].points, ink: .hue1)
        }
        chart.forecast = Forecast(
            label: label,
            points: [.init(time: start.adding(seconds: 432_000), value: 1)]
        )
        chart.annotations = [.init(time: start.adding(seconds: 86_400), label: label)]
        return chart
    }

    private static func heatmap(
        _ label: String,
        _ values: [Double?],
        _ times: [Instant]
    ) -> HeatmapChart {
        var chart = HeatmapChart.latency(
            title: label,
            times: times,
            bounds: [0.1, 1, .infinity],
            counts: [values, values, values],
            percentile: .init(label: label, values: values),
            format: Charts.utc
        )
        chart.unknownWord = label
        return chart
    }

    private static func timeline(_ label: String, _ times: [Instant]) -> StateTimelineChart {
        let looks: [StateTimelineChart.State.Look] = [.critical, .warning, .info, .unknown, .good]
        return StateTimelineChart(
            title: label,
            states: looks.map { .init(name: label, look: $0) },
            rows: [
                .init(
                    label: label,
                    spans: zip(times, times.dropFirst()).enumerated().map { state, ends in
                        .init(start: ends.0, end: ends.1, state: state)
                    }
                )
            ],
            format: Charts.utc
        )
    }

    private static func gauge(_ label: String) -> GaugeChart {
        GaugeChart(
            title: label,
            value: 0.3,
            target: 0.1,
            zones: [Threshold(label: label, value: 0.2, ink: .critical)],
            unit: .ratio,
            format: Charts.utc,
            words: .init(target: label, above: label, below: label, equal: label)
        )
    }
}
