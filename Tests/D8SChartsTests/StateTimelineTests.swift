import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct StateTimelineTests {
    private let start: Instant = "2026-09-22T00:00:00Z"
    private let states: [StateTimelineChart.State] = [
        .init(name: "critical", look: .critical), .init(name: "ok", look: .good),
    ]

    private func span(_ from: Double, _ to: Double, _ state: Int) -> StateTimelineChart.Span {
        .init(start: start.adding(seconds: from), end: start.adding(seconds: to), state: state)
    }

    private func runs(_ spans: [StateTimelineChart.Span]) throws -> [StateRuns.Run] {
        let domain = try #require(TimeDomain([start, start.adding(seconds: 100)]))
        return StateRuns(spans, states: 2, in: domain, width: 100).runs
    }

    @Test func `the gravest state is seen where spans overlap`() throws {
        #expect(
            try runs([span(0, 100, 1), span(20, 30, 0), span(25, 40, 0)]) == [
                .init(state: 1, start: 0, width: 20), .init(state: 0, start: 20, width: 20),
                .init(state: 1, start: 40, width: 60),
            ]
        )
    }

    @Test func `a moment is never lost and a gap stays one`() throws {
        #expect(
            try runs([span(10, 20, 1), span(50.2, 50.201, 0), span(99.99, 100, 0)]) == [
                .init(state: 1, start: 10, width: 10), .init(state: 0, start: 50, width: 1),
                .init(state: 0, start: 99, width: 1),
            ]
        )
    }

    @Test func `what ends before it begins, lies outside or has no state is not drawn`() throws {
        let odd = [span(9, 3, 0), span(-9, 0, 0), span(100, 200, 0), span(1, 2, 2), span(1, 2, -1)]
        #expect(try runs(odd).isEmpty)
    }

    /// Without axes: 94 points for 60 seconds, bars of 14 in the middle of a row of 28.
    @Test func `states differ by the height of their bars`() {
        let chart = StateTimelineChart(
            title: "States",
            states: states,
            rows: [.init(label: "a", spans: [span(0, 47, 0), span(47, 94, 1)])],
            format: Charts.utc
        )
        let scene = chart.scene(size: Size(width: 100, height: 28), measurer: PlainMeasurer())
        #expect(
            scene.description == """
                scene 100x28 “States”
                rectangles critical 0,7 47x14
                rectangles good 47,12.5 47x3.1
                """
        )
    }

    @Test func `each of eight plain states looks different in grey`() {
        let plain = (0..<8).map { StateTimelineChart.State(name: "s\($0)", look: .plain) }
        let bar = Frame(x: 0, y: 0, width: 40, height: 14)
        let shapes = StatePattern.patterns(of: plain[...]).map { $0.frames(in: bar) }
        #expect(Set(shapes).count == 8)
    }

    @Test func `in a narrow chart names stand over their bars, in a wide one beside them`() {
        let chart = StateTimelineChart(
            title: "States",
            states: states,
            rows: [.init(label: "checkout", spans: [span(0, 50, 0)])],
            format: Charts.utc
        )
        let places = [Size(width: 328, height: 160), Size(width: 720, height: 160)].map { size in
            let marks = chart.scene(size: size, measurer: PlainMeasurer()).marks
            var bar = 0.0, name = 0.0
            for mark in marks {
                if case .rectangles(let frames, .critical) = mark { bar = frames.last?.y ?? 0 }
                if case .text("checkout", let at, _, _, _) = mark { name = at.y }
            }
            return name - bar
        }
        #expect(places[0] < 0)
        #expect(places[1] > 0)
    }

    @Test func `rows without room are counted`() {
        let rows = (0..<10_000).map {
            StateTimelineChart.Row(label: "r\($0)", spans: [span(0, 1, 0)])
        }
        let chart = StateTimelineChart(
            title: "States",
            states: states,
            rows: rows,
            format: Charts.utc
        )
        let marks = chart.scene(size: Size(width: 600, height: 200), measurer: PlainMeasurer())
            .marks
        let more = marks.contains {
            if case .text(let text, _, _, .muted, _) = $0 { text.hasSuffix("more") } else { false }
        }
        #expect(more)
        #expect(marks.count < 100)
    }

    @Test func `five looks have five shapes`() {
        let looks: [StateTimelineChart.State.Look] = [.critical, .warning, .info, .unknown, .good]
        let states = looks.map { StateTimelineChart.State(name: "", look: $0) }
        let bar = Frame(x: 0, y: 0, width: 40, height: 14)
        let shapes = StatePattern.patterns(of: states[...]).map { $0.frames(in: bar) }
        #expect(Set(shapes).count == 5)
        // Graver is higher.
        let heights = shapes.map { $0[0].height }
        #expect(heights[0] > heights[1] && heights[1] > heights[2] && heights[2] > heights[4])
        #expect(shapes[3].count == 10)
    }

    @Test func `the key is left out where the rows need its room`() {
        let chart = StateTimelineChart(
            title: "States",
            states: states,
            rows: [.init(label: "a", spans: [span(0, 50, 0), span(50, 90, 1)])],
            format: Charts.utc
        )
        func hasKey(_ height: Double) -> Bool {
            chart.scene(size: Size(width: 300, height: height), measurer: PlainMeasurer())
                .description.contains("“critical”")
        }
        #expect(hasKey(120))
        #expect(!hasKey(70))
    }
}
