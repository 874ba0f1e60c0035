import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

/// What a panel says to people who cannot see it.
@Suite struct PanelDetailTests {
    private let start: Instant = "2026-09-22T00:00:00Z"

    private func detail(_ chart: any Chart) -> String {
        chart.scene(size: Size(width: 600, height: 200), measurer: PlainMeasurer()).detail
            .replacing("\u{a0}", with: " ")
    }

    @Test func `lines say their last, lowest and highest value, limits their place`() {
        var chart = Charts.series([0.2, nil, 0.4, .nan, 0.3])
        chart.thresholds = [Threshold(label: "warning", value: 0.5, ink: .warning)]
        #expect(detail(chart) == "last 30 %, lowest 20 %, highest 40 %; warning 50 %.")
        chart.series[0].label = "a"
        #expect(detail(chart).hasPrefix("a: last 30 %"))
    }

    @Test func `a heatmap says where most is`() {
        let chart = HeatmapChart.latency(
            title: "",
            times: [start, start.adding(seconds: 60)],
            bounds: [0.5, 1],
            counts: [[1, 2], [3, 9]],
            format: Charts.utc
        )
        #expect(detail(chart) == "highest 9, 22 Sep 00:01, up to 1 s.")
    }

    @Test func `states say how long they lasted, what overlaps once, within the window`() {
        let ends: [(Double, Double)] = [(-60, 60), (30, 90), (300, 330), (500, 400)]
        let spans = ends.map {
            StateTimelineChart.Span(
                start: start.adding(seconds: $0.0),
                end: start.adding(seconds: $0.1),
                state: 0
            )
        }
        let chart = StateTimelineChart(
            title: "",
            states: [.init(name: "down", look: .critical), .init(name: "up", look: .good)],
            rows: [.init(label: "db", spans: spans), .init(label: "none", spans: [])],
            window: Window(start: start, end: start.adding(seconds: 3600)),
            format: Charts.utc
        )
        // 0 to 90 and 300 to 330.
        #expect(detail(chart) == "db: down 2 min.")
    }

    @Test func `bars say their names and values`() {
        let stack = StackedBarChart(
            title: "",
            times: [start, start.adding(seconds: 86_400)],
            parts: [.init(label: "a", values: [1, nil]), .init(label: "b", values: [2])],
            unit: .count,
            format: Charts.utc
        )
        #expect(detail(stack) == "22 Sep: 3; a 1; b 2.")
        let rank = RankBarChart(
            title: "",
            entries: [.init(label: "x", value: 1), .init(label: "y", value: 2)],
            unit: .seconds,
            format: Charts.utc
        )
        #expect(detail(rank) == "y 2 s; x 1 s.")
    }

    @Test func `a gauge and a tile say their value and what it is held against`() {
        let gauge = GaugeChart(
            title: "",
            value: 0.2,
            target: 0.1,
            unit: .ratio,
            format: Charts.utc
        )
        #expect(detail(gauge) == "20 %; target 10 %; 10 points above target.")
        let tile = StatTile(
            title: "",
            label: "Cost",
            value: 19_400,
            previous: 14_220,
            unit: .money,
            format: Charts.utc
        )
        #expect(detail(tile) == "Cost $19.4 k; was $14.2 k.")
    }

    @Test func `the description of an SVG is escaped and bounded`() throws {
        let entries = (0..<50).map { number in
            RankBarChart.Entry(label: "<b>&\u{0}\(number)", value: Double(number))
        }
        let chart = RankBarChart(
            title: "t",
            entries: entries,
            limit: 50,
            unit: .count,
            format: Charts.utc
        )
        let scene = chart.scene(size: Size(width: 360, height: 120), measurer: PlainMeasurer())
        let text = String(decoding: try Painter().adaptiveSVG(scene), as: UTF8.self)
        #expect(text.contains("<desc>&lt;b&gt;&amp;49 49; &lt;b&gt;&amp;48 48; "))
    }
}
