import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

/// Thresholds, forecasts and many lines.
@Suite struct TimeSeriesReferencesTests {
    private func scene(_ chart: TimeSeriesChart, width: Double = 600) -> Scene {
        chart.scene(size: Size(width: width, height: 240), measurer: PlainMeasurer())
    }

    private func texts(_ scene: Scene) -> [String] {
        scene.marks.compactMap { if case .text(let text, _, _, _, _) = $0 { text } else { nil } }
    }

    @Test func `the side of a threshold on which the harm lies is shaded`() {
        var chart = Charts.series([0.2, 0.4], startsAtZero: true)
        chart.thresholds = [
            Threshold(label: "warning", value: 0.6, ink: .warning),
            Threshold(label: "low", value: 0.1, harm: .below, ink: .critical),
        ]
        let scene = scene(chart)
        let shades = scene.marks.compactMap { mark -> (Ink, Frame)? in
            if case .rectangle(let frame, let ink, 0.12, _) = mark { (ink, frame) } else { nil }
        }
        let lines = scene.marks.compactMap { mark -> (Ink, Double, Bool)? in
            guard case .line(let points, let ink, 1, let dash) = mark, points.count == 2,
                ink == .warning || ink == .critical
            else { return nil }
            return (ink, points[0].y, dash.isEmpty)
        }
        #expect(shades.map(\.0) == [.warning, .critical])
        #expect(lines.map(\.0) == [.warning, .critical])
        #expect(lines.map(\.2) == [false, true])
        guard shades.count == 2, lines.count == 2 else { return }
        #expect(abs(shades[0].1.y + shades[0].1.height - lines[0].1) < 1)
        #expect(abs(shades[1].1.y - lines[1].1) < 1)
        #expect(texts(scene).contains("warning\u{200e}\u{a0}60\u{a0}%"))
    }

    @Test func `a forecast is a fan with its likely course, and the last value stays at its place`()
    {
        var chart = Charts.series([0.1, 0.2], ink: .warning)
        let end: Instant = "2026-09-23T00:00:00Z"
        chart.forecast = Forecast(
            label: "likely",
            points: [0.2, 0.3, nil, 0.5, 0.6].enumerated().map { index, value in
                Forecast.Point(
                    time: end.adding(seconds: Double(index) * 86_400),
                    value: value,
                    inner: value.map { Interval(low: $0 - 0.05, high: $0 + 0.05) },
                    outer: value.map { Interval(low: $0 - 0.1, high: $0 + 0.1) }
                )
            }
        )
        let scene = scene(chart)
        let areas = scene.marks.compactMap { mark -> Double? in
            if case .area(let points, .info, let opacity) = mark, points.count == 4 {
                opacity
            } else {
                nil
            }
        }
        // The gap splits each band.
        #expect(areas == [0.16, 0.16, 0.24, 0.24])
        #expect(texts(scene).contains("likely\u{200e}\u{a0}60\u{a0}%"))
        let last = scene.marks.first {
            if case .text("20\u{a0}%", _, _, .warning, .end) = $0 { true } else { false }
        }
        #expect(last != nil)
    }

    @Test func `of more than eight lines the rest is grey and counted`() {
        var chart = Charts.series([0.1, 0.2])
        let points = chart.series[0].points
        chart.series = (0..<12).map { number in
            .init(label: "s\(number)", points: points, ink: Ink.hues[number % 8])
        }
        let scene = scene(chart)
        let grey = scene.marks.count {
            if case .line(_, .faint, 0.75, _) = $0 { true } else { false }
        }
        #expect(grey == 4)
        #expect(texts(scene).contains("4\u{a0}others"))
        #expect(texts(scene).count { $0.hasPrefix("s") } == 8)
    }

    @Test func `of ten thousand lines sixty are drawn, and that is said`() {
        var chart = Charts.series([0.1, 0.2])
        let points = chart.series[0].points
        chart.series = (0..<10_008).map { .init(label: "s\($0)", points: points, ink: .series) }
        let scene = scene(chart)
        #expect(scene.marks.count < 120)
        #expect(texts(scene).contains("60\u{a0}of\u{a0}10,000\u{a0}others"))
    }

    @Test func `a label that left its line's end is joined to it`() {
        var chart = Charts.series([0.1, 0.2])
        let points = chart.series[0].points
        chart.series = ["a", "b"].map { .init(label: $0, points: points, ink: .info) }
        let leaders = scene(chart).marks.count {
            if case .line(let points, .faint, 1, _) = $0 { points.count == 2 } else { false }
        }
        #expect(leaders == 1)
    }

    @Test func `a window is shown whole, and what lies outside not at all`() throws {
        var chart = Charts.series([0.9, 0.2, 0.4, 0.3, 0.8])
        let start = chart.series[0].points[0].time
        chart.window = Window(
            start: start.adding(seconds: 0.5 * 86_400),
            end: start.adding(seconds: 3.5 * 86_400)
        )
        // Without axes 90 points for three days; the places of days 1, 2 and 3.
        let scene = chart.scene(size: Size(width: 100, height: 60), measurer: PlainMeasurer())
        let xs = scene.marks.compactMap { mark -> [Double]? in
            if case .line(let points, .critical, _, _) = mark { points.map(\.x) } else { nil }
        }
        #expect(xs == [[20, 50, 80]])
        #expect(!scene.detail.contains("90"))
        chart.series[0].points = []
        #expect(self.scene(chart).description.contains("not enough data"))
    }

    @Test func `of ten thousand points as many are drawn as can be seen, the one peak too`() throws
    {
        let values = (0..<10_000).map { $0 == 6789 ? 1.0 : 0.1 + Double($0 % 7) / 100 }
        let chart = Charts.series(values, step: 60)
        let marks = chart.scene(size: Size(width: 600, height: 240), measurer: PlainMeasurer())
            .marks
        let lines = marks.compactMap { mark -> [Point]? in
            if case .line(let points, .critical, _, _) = mark { points } else { nil }
        }
        let points = try #require(lines.first)
        #expect(lines.count == 1 && points.count <= 600)
        let peak = try #require(points.map(\.y).min())
        let usual = points.filter { $0.y > peak + 100 }
        #expect(usual.count == points.count - 1)
    }
}
