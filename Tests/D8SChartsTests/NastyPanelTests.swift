import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

/// Whatever stands in a panel, it stays inside of the scene.
@Suite struct NastyPanelTests {
    typealias Nasty = NastyChartTests

    @Test(arguments: Nasty.values, Nasty.sizes)
    func `no heatmap leaves the scene`(values: [Double?], size: Size) {
        let times = values.indices.map { Nasty.start.adding(seconds: Double($0 % 7) * 1e5) }
        let bounds: [Double] = [.nan, -1, 5, 5, 2, 1e300, .infinity]
        let labels: [HeatmapChart.Rows] = [
            .names(Nasty.names), .bounds(bounds, .seconds), .names([]),
        ]
        let heads: [HeatmapChart.Columns] = [.times(times), .names(Nasty.names)]
        let odd: [Double?] = [.nan, -.infinity, nil]
        let cells: [[Double?]] = [values, [], values.reversed(), odd, [1]]
        for rows in labels {
            for columns in heads {
                var chart = HeatmapChart(
                    title: "h",
                    columns: columns,
                    rows: rows,
                    cells: cells,
                    unit: .ratio,
                    format: Charts.utc
                )
                expectInside(chart, size)
                chart.grouping = .sum
                chart.overlay = .init(label: Nasty.names[2], values: values)
                expectInside(chart, size)
            }
        }
    }

    @Test(arguments: Nasty.sizes)
    func `a heatmap of ten thousand columns has no more marks than it has pixels`(size: Size) {
        let times = (0..<10_000).map { Nasty.start.adding(seconds: Double($0)) }
        let row = (0..<10_000).map { Double($0 % 97) as Double? }
        let chart = HeatmapChart.latency(
            title: "h",
            times: times,
            bounds: (1...40).map(Double.init),
            counts: Array(repeating: row, count: 40),
            format: Charts.utc
        )
        expectInside(chart, size)
        let marks = chart.scene(size: size, measurer: PlainMeasurer()).marks
        let cells = marks.reduce(0) { count, mark in
            if case .rectangles(let frames, _) = mark { count + frames.count } else { count }
        }
        #expect(Double(cells) <= size.width * size.height / 6 + 1)
        #expect(marks.count < 100)
    }

    @Test(arguments: Nasty.values, Nasty.sizes)
    func `no panel leaves the scene`(values: [Double?], size: Size) {
        let times = values.indices.map { Nasty.start.adding(seconds: Double($0) * 1e6) }
        let value = values.compactMap { $0 }.last
        for (number, unit) in Unit.allCases.enumerated() {
            let zones = Nasty.names.map {
                Threshold(label: $0, value: value ?? .nan, ink: .warning)
            }
            let gauge = GaugeChart(
                title: "g",
                value: value,
                target: Double(number),
                zones: zones,
                unit: unit,
                format: Charts.utc
            )
            expectInside(gauge, size)
            let tile = StatTile(
                title: "t",
                label: Nasty.names[2],
                value: value,
                previous: values.first.flatMap { $0 },
                note: Nasty.names[number % Nasty.names.count],
                unit: unit,
                format: Charts.utc,
                course: values
            )
            expectInside(tile, size)
            let stack = StackedBarChart(
                title: "s",
                times: times,
                parts: Nasty.names.map { .init(label: $0, values: values) },
                unit: unit,
                format: Charts.utc
            )
            expectInside(stack, size)
            let entries = zip(Nasty.names, values).map { RankBarChart.Entry(label: $0, value: $1) }
            expectInside(
                RankBarChart(title: "r", entries: entries, unit: unit, format: Charts.utc),
                size
            )
            let steps = zip(Nasty.names, values).map {
                WaterfallChart.Entry(label: $0, value: $1 ?? .nan)
            }
            let waterfall = WaterfallChart(
                title: "w",
                start: .init(label: Nasty.names[0], value: value ?? 0),
                steps: steps,
                end: .init(label: Nasty.names[1], value: Double(number)),
                unit: unit,
                format: Charts.utc
            )
            expectInside(waterfall, size)
            let leaves = zip(Nasty.names, values).map {
                IcicleChart.Node(label: $0, value: $1 ?? .nan)
            }
            let root = IcicleChart.Node(
                label: Nasty.names[0],
                value: value ?? -1,
                parts: leaves + [.init(label: Nasty.names[1], value: 3, parts: leaves)]
            )
            expectInside(
                IcicleChart(title: "i", root: root, unit: unit, format: Charts.utc),
                size
            )
        }
    }

    @Test(arguments: Nasty.sizes)
    func `no state leaves the scene`(size: Size) {
        let states = Nasty.names.map { StateTimelineChart.State(name: $0, look: .plain) }
        let rows = Nasty.names.map { name in
            let spans = (-2..<12).map { number in
                StateTimelineChart.Span(
                    start: Nasty.start.adding(seconds: Double(number * number) * 1000),
                    end: Nasty.start.adding(seconds: Double(number) * 9000),
                    state: number
                )
            }
            return StateTimelineChart.Row(label: name, spans: spans)
        }
        let distant = Window(
            start: Instant(milliseconds: .min / 2),
            end: Instant(milliseconds: .max / 2)
        )
        for window in [nil, distant, Window(start: Nasty.start, end: Nasty.start)] {
            let chart = StateTimelineChart(
                title: "s",
                states: states,
                rows: rows,
                window: window,
                format: Charts.utc
            )
            expectInside(chart, size)
        }
    }
}
