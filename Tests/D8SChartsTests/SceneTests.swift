import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct SceneTests {
    /// Every mark checked by hand: 4 days over 400 − 45 − 44 points, 0 to 26.5 % over 148.
    @Test func `a series is grey before its change and coloured after it`() {
        let chart = Charts.series(
            [0.1, 0.1, 0.2, 0.25],
            change: "2026-09-23T12:00:00Z",
            normal: Interval(low: 0.05, high: 0.13)
        )
        let scene = chart.scene(size: Size(width: 400, height: 180), measurer: PlainMeasurer())
        let lines = scene.marks.filter {
            if case .line(_, _, let width, _) = $0 { width > 1 } else { false }
        }
        guard lines.count == 3, case .line(let mark, .critical, 1.25, [1.5, 3]) = lines[0],
            case .line(let before, .series, _, []) = lines[1],
            case .line(let after, .critical, _, []) = lines[2]
        else {
            Issue.record("\(scene)")
            return
        }
        #expect(before.last == after.first)
        #expect(before.last?.x == mark[0].x)
        #expect(before.count == 3 && after.count == 3)
        // The change is half way between two points, so the line is half way up there.
        #expect(abs(after[0].y - (before[1].y + after[1].y) / 2) < 1e-9)
    }

    @Test func `a gap stays a gap and a lonely point is a dot`() {
        let chart = Charts.series([1, 2, nil, 3, nil, 4, .nan, 5, 6], unit: .count)
        let scene = chart.scene(size: Size(width: 600, height: 240), measurer: PlainMeasurer())
        let curves = scene.marks.filter {
            if case .line(_, .critical, _, _) = $0 { true } else { false }
        }
        let dots = scene.marks.filter { if case .circle = $0 { true } else { false } }
        #expect(curves.count == 2)
        #expect(dots.count == 3)
    }

    @Test func `a series that is mostly gaps has a dot for every point`() {
        let chart = Charts.series([1, 2, nil, nil, 4, nil], unit: .count)
        let scene = chart.scene(size: Size(width: 600, height: 240), measurer: PlainMeasurer())
        // Three points, and the larger one of the last value.
        let dots = scene.marks.filter { if case .circle = $0 { true } else { false } }
        #expect(dots.count == 4)
    }

    @Test func `without a change the ink begins with the emphasis and nothing marks the place`() {
        var chart = Charts.series([0.1, 0.1, 0.2, 0.25])
        chart.emphasis = "2026-09-23T12:00:00Z"
        let scene = chart.scene(size: Size(width: 400, height: 180), measurer: PlainMeasurer())
        let inks = scene.marks.compactMap { mark -> Ink? in
            if case .line(_, let ink, let width, _) = mark, width > 1 { ink } else { nil }
        }
        #expect(inks == [.series, .critical])
    }

    @Test func `nothing to draw says so`() {
        let scene = Charts.series([nil, .nan])
            .scene(size: Size(width: 320, height: 180), measurer: PlainMeasurer())
        #expect(
            scene.description == """
                scene 320x180 “Change fail rate”
                text muted 11 middle 160,94 “not enough data”
                """
        )
    }

    @Test func `a sparkline is its line and its last point`() {
        let spark = Sparkline(title: "Fails", values: [0, 10, nil, 5], ink: .warning)
        let scene = spark.scene(size: Size(width: 67, height: 28), measurer: PlainMeasurer())
        // 60 points for 3 steps from x = 3; 20 points for 11.2 from y = 4, 0.6 of room each side.
        #expect(
            scene.description == """
                scene 67x28 “Fails”
                line warning 1.5 3,22.9 23,5.1
                circle warning 2 63,14
                circle warning 2.5 63,14
                """
        )
    }

    @Test func `missing bars are empty places and highlights stand at the foot`() {
        let bars: [BarChart.Bar] = [
            .init(label: "a", time: "2026-09-21T00:00:00Z", value: 10, highlight: 4),
            .init(label: "b", time: "2026-09-28T00:00:00Z", value: nil),
            .init(label: "c", time: "2026-10-05T00:00:00Z", value: 5),
        ]
        let chart = BarChart(title: "Weeks", bars: bars, unit: .count, format: Charts.utc)
        let scene = chart.scene(size: Size(width: 100, height: 60), measurer: PlainMeasurer())
        // Without axes: 32 points a bar; 10.6 values over 50 points from y = 8 down to 58.
        #expect(
            scene.description == """
                scene 100x60 “Weeks”
                rectangle series 6.5,10.8 23x28.3
                rectangle critical 6.5,39.1 23x18.9
                rectangle series 70.5,34.4 23x23.6
                """
        )
    }

    @Test func `a day that failed differs by its shape`() {
        let monday = Day(number: 20_353 + 5)
        let chart = CalendarChart(
            title: "Days",
            first: monday,
            last: monday.adding(days: 2),
            cells: [
                .init(day: monday, count: 3),
                .init(day: monday.adding(days: 1), count: 2, failures: 1),
            ],
            format: Charts.utc
        )
        let scene = chart.scene(size: Size(width: 200, height: 160), measurer: PlainMeasurer())
        let shapes = scene.marks.compactMap { mark -> String? in
            switch mark {
            case .rectangle(_, let fill, _, _): "square \(fill)"
            case .area(let points, let fill, _): "\(points.count) corners \(fill)"
            default: nil
            }
        }
        #expect(
            shapes == [
                "square band", "square series", "square band", "4 corners critical", "square band",
            ]
        )
    }

    @Test func `a histogram counts every value once`() throws {
        let values = [0, 1, 2, 3, 10, 100, 1000, 1e6, .nan]
        let histogram = try #require(Histogram(values, limit: 20))
        #expect(histogram.isLogarithmic)
        #expect(histogram.bins.map(\.count).reduce(0, +) == 8)
        let plain = try #require(Histogram([3, 3, 3], limit: 20))
        #expect(!plain.isLogarithmic)
        #expect(plain.bins.map(\.count).reduce(0, +) == 3)
        #expect(Histogram([], limit: 20) == nil)
    }

    @Test func `labels at the right never cover each other`() {
        let style = ChartStyle(size: Size(width: 320, height: 180))
        let plot = Plot(size: style.size, left: 30, right: 80, top: 8, bottom: 23)
        let labels = (0..<30).map { number in
            EndLabel(text: "x", y: 60, ink: .info, style: style.strong, priority: number)
        }
        let ys = EndLabels(style: style).spread(labels, in: plot).map(\.y)
        #expect(ys.count == 10)
        #expect(zip(ys, ys.dropFirst()).allSatisfy { $1 - $0 >= style.lineHeight - 1e-9 })
        #expect(ys.allSatisfy { $0 >= 0 && $0 <= plot.bottom })
    }

    @Test func `a long line keeps its lowest and highest points`() {
        let points = (0..<10_000).map { index in
            Point(x: Double(index) / 20, y: index == 7001 ? -50 : Double(index % 7))
        }
        let thin = LineRun(points: points).thinned.points
        #expect(thin.count <= 510)
        #expect(thin.contains { $0.y == -50 })
        #expect(thin.first == points.first && abs((thin.last?.x ?? 0) - 499.95) < 0.51)
        #expect(zip(thin, thin.dropFirst()).allSatisfy { $0.x <= $1.x })
    }
}
