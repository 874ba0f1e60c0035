import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct HeatmapTests {
    private let start: Instant = "2026-09-22T00:00:00Z"

    private func scene(_ chart: HeatmapChart, width: Double = 100, height: Double = 60) -> Scene {
        chart.scene(size: Size(width: width, height: height), measurer: PlainMeasurer())
    }

    /// Without axes: columns of 50 points, rows of 20; the scale ends at 4, so that 1 is at half
    /// of its square root, the end of the third shade.
    @Test func `nothing is not painted, what is not known is hatched, the rest has its shade`() {
        let chart = HeatmapChart(
            title: "Errors",
            columns: .names(["a", "b"]),
            rows: .names(["x", "y", "z"]),
            cells: [[0, 1], [4, nil], [0.1, 2]],
            unit: .count,
            format: Charts.utc
        )
        #expect(
            scene(chart).description == """
                scene 100x60 “Errors”
                rectangles faint 52,20 1x19 56,20 1x19 60,20 1x19 64,20 1x19 68,20 1x19 72,20 1x19 76,20 1x19 80,20 1x19 84,20 1x19 88,20 1x19 92,20 1x19 96,20 1x19
                rectangles shade1 0,40 49x19
                rectangles shade3 50,0 49x19
                rectangles shade5 50,40 49x19
                rectangles shade6 0,20 49x19
                """
        )
    }

    @Test func `the lowest bucket is at the bottom and each bound stands at its upper edge`() throws
    {
        let chart = HeatmapChart.latency(
            title: "Latency",
            times: [start, start.adding(seconds: 60)],
            bounds: [0.1, 1, .infinity],
            counts: [[1, 1], [0, 0], [0, 0]],
            format: Charts.utc
        )
        let marks = scene(chart, width: 400, height: 200).marks
        let cells = marks.compactMap { mark -> [Frame]? in
            if case .rectangles(let frames, _) = mark { frames } else { nil }
        }.joined()
        // 200 less 24 at the foot leave 176; a third of 176 − 32 is 48.
        #expect(cells.allSatisfy { abs($0.y + $0.height - 176) < 1.5 })
        let labels = marks.compactMap { mark -> (String, Double)? in
            if case .text(let text, let at, _, _, .end) = mark, text.hasSuffix("s") {
                (text, at.y)
            } else {
                nil
            }
        }
        #expect(labels.map(\.0) == ["0.1\u{a0}s", "1\u{a0}s"])
        let ys = labels.map(\.1)
        try #require(ys.count == 2)
        #expect(ys[1] < ys[0])
    }

    @Test func `a percentile lies inside of its bucket as histogram_quantile places it`() throws {
        let style = ChartStyle(size: Size(width: 400, height: 200))
        let chart = HeatmapChart.latency(
            title: "",
            times: [start],
            bounds: [1, 3, .infinity],
            counts: [[1], [1], [1]],
            format: Charts.utc
        )
        let rows = HeatmapRows(chart, style: style)
        let plot = Plot(size: style.size, left: 0, right: 0, top: 0, bottom: 50)
        // Rows of 50 points over 150: 2 is half way through the second one.
        #expect(rows.place(of: 0, in: plot) == 150)
        #expect(rows.place(of: 0.5, in: plot) == 125)
        #expect(rows.place(of: 2, in: plot) == 75)
        #expect(rows.place(of: 1000, in: plot) == 50)
        #expect(rows.place(of: .nan, in: plot) == nil)
    }

    @Test func `time without a column is not known`() {
        let times = [0.0, 60, 120, 600, 660].map { start.adding(seconds: $0) }
        let chart = HeatmapChart(
            title: "",
            columns: .times(times),
            rows: .names(["a"]),
            cells: [[4, 4, 4, 4, 4]],
            unit: .count,
            format: Charts.utc
        )
        let marks = scene(chart, width: 72).marks
        guard marks.count == 2, case .rectangles(let strokes, .faint) = marks[0],
            case .rectangles(let frames, .shade6) = marks[1]
        else {
            Issue.record("\(marks)")
            return
        }
        // The gap is from 18 to 60.
        #expect(strokes.map(\.x) == Array(stride(from: 20, to: 60, by: 4)))
        // 12 minutes over 72 points: three columns of 6 points, a gap of 42, two columns.
        #expect(frames.map(\.x) == [0, 6, 12, 60, 66])
    }

    @Test func `many columns become few, by their sum or by the greatest`() {
        var chart = HeatmapChart(
            title: "",
            columns: .names((0..<100).map(String.init)),
            rows: .names(["a"]),
            cells: [(0..<100).map { Double($0 % 5) }],
            unit: .count,
            format: Charts.utc
        )
        #expect(
            HeatmapGrid(chart, columnLimit: 20, rowLimit: 9)?.cells == [
                Array(repeating: 4, count: 20)
            ]
        )
        chart.grouping = .sum
        #expect(
            HeatmapGrid(chart, columnLimit: 20, rowLimit: 9)?.cells == [
                Array(repeating: 10, count: 20)
            ]
        )
    }

    @Test(arguments: [
        (37.0, Unit.count, 40.0), (3, .count, 4), (4001, .count, 6000), (0.31, .ratio, 0.4),
        (0.97, .ratio, 1), (5000, .seconds, 7200), (0.3, .seconds, 0.4),
        (3e9, .bytes, 4_294_967_296), (900, .bytesPerSecond, 1024),
    ])
    func `the scale ends at a round value`(value: Double, unit: Unit, end: Double) throws {
        let scale = try #require(ShadeScale([0, value], unit: unit))
        #expect(abs(scale.high - end) < 1e-9)
        #expect(scale.shade(of: 0) == nil)
        #expect(scale.shade(of: scale.high) == 5)
    }

    @Test func `values below zero have an even scale from the lowest to the highest`() throws {
        let scale = try #require(ShadeScale([-3, 0, 3], unit: .count))
        #expect(scale.stops == [-3, 0, 3])
        #expect([-3, 0, 3].map { scale.shade(of: $0) } == [0, 2, 5])
    }

    @Test func `classes above the slowest request are left out but for one`() throws {
        func rows(_ overlay: HeatmapChart.Overlay?) -> [Double] {
            let chart = HeatmapChart.latency(
                title: "",
                times: [start],
                bounds: [1, 2, 3, 4, 5, .infinity],
                counts: [[1], [0], [0], [nil], [0], [0]],
                percentile: overlay,
                format: Charts.utc
            )
            if case .bounds(let bounds, _) = chart.rows { return bounds }
            return []
        }
        #expect(rows(nil) == [1, 2])
        #expect(rows(.init(label: "P99", values: [2.5])) == [1, 2, 3, 4])
        #expect(rows(.init(label: "P99", values: [.infinity, nil])) == [1, 2])
    }

    @Test func `strokes stand in line whatever they fill, and a sliver has one`() {
        let frames = [
            Frame(x: 5, y: 0, width: 9, height: 2), Frame(x: 1.5, y: 3, width: 1, height: 2),
        ]
        #expect(
            frames.map { Hatch.strokes(in: $0).map(\.x) } == [[8, 12], [1.5]]
        )
    }

    /// A minute is 20 of 100 points: from 20 to 60 there are columns, the rest is hatched.
    @Test func `a window without columns at its ends is hatched there`() throws {
        let chart = HeatmapChart.latency(
            title: "",
            times: [0.0, 60, 120, 600].map { start.adding(seconds: $0) },
            bounds: [1],
            counts: [[4, 4, 4, 4]],
            format: Charts.utc,
            window: Window(start: start.adding(seconds: 0), end: start.adding(seconds: 300))
        )
        var late = chart
        late.window = Window(start: start.adding(seconds: -60), end: start.adding(seconds: 240))
        let cells = [chart, late].map { chart in
            scene(chart).marks.compactMap { mark -> [Double]? in
                if case .rectangles(let frames, .shade6) = mark { frames.map(\.x) } else { nil }
            }
        }
        #expect(cells == [[[0, 20, 40]], [[20, 40, 60]]])
        let strokes = scene(late).marks.compactMap { mark -> [Double]? in
            if case .rectangles(let frames, Hatch.ink) = mark { frames.map(\.x) } else { nil }
        }
        #expect(strokes == [[0, 4, 8, 12, 16, 80, 84, 88, 92, 96]])
    }
}
