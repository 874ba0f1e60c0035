import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct StackedAndRankTests {
    private let start: Instant = "2026-09-21T00:00:00Z"

    private func stack(_ values: [[Double?]]) -> StackedBarChart {
        let count = values.map(\.count).max() ?? 0
        return StackedBarChart(
            title: "Stack",
            times: (0..<count).map { start.adding(seconds: Double($0) * 86_400) },
            parts: values.enumerated().map { .init(label: "p\($0)", values: $1) },
            unit: .count,
            format: Charts.utc
        )
    }

    private func texts(_ chart: any Chart, width: Double) -> [String] {
        chart.scene(size: Size(width: width, height: 220), measurer: PlainMeasurer()).marks
            .compactMap { if case .text(let text, _, _, _, _) = $0 { text } else { nil } }
    }

    /// Without axes: 48 points a bar, 34.6 of them painted; 10.6 values over 50 points.
    @Test func `parts stand on each other with a pixel between them`() {
        let scene = stack([[6, 10], [4, nil]])
            .scene(size: Size(width: 100, height: 60), measurer: PlainMeasurer())
        #expect(
            scene.description == """
                scene 100x60 “Stack”
                rectangles hue1 8.7,29.7 34.6x28.3 56.7,10.8 34.6x47.2
                rectangles hue2 8.7,10.8 34.6x17.9
                """
        )
    }

    @Test func `parts below 0 hang under the line`() throws {
        let stack = try #require(StackedBars(stack([[5], [-3], [2], [-1]]), limit: 10))
        #expect(stack.bars.map(\.high) == [7])
        #expect(stack.bars.map(\.low) == [-4])
        #expect(stack.bars.map(\.total) == [3])
    }

    @Test func `a part without a value at the end is not said to be 0`() {
        let texts = texts(stack([[6, 10], [4, nil]]), width: 600)
        #expect(texts.contains("p1\u{200e} –"))
        #expect(!texts.contains("p1\u{200e} 0"))
        #expect(texts.contains("p0\u{200e} 10"))
    }

    @Test func `more than six parts become six and the other`() throws {
        let stack = try #require(
            StackedBars(stack((0..<10).map { [Double($0)] }), limit: 10)
        )
        #expect(stack.names == ["p0", "p1", "p2", "p3", "p4", "p5", "other"])
        #expect(stack.bars.map(\.values) == [[0, 1, 2, 3, 4, 5, 30]])
    }

    @Test func `ten thousand bars become as many as fit, each the greatest of its few`() throws {
        let values = (0..<10_000).map { Double($0 % 10) as Double? }
        let stack = try #require(StackedBars(stack([values]), limit: 1000))
        #expect(stack.bars.count == 1000)
        #expect(stack.bars.allSatisfy { $0.total == 9 })
    }

    @Test func `all totals are written where they fit, else the greatest and the last`() {
        let few = texts(stack([[111, 222, 333]]), width: 720)
        #expect(["111", "222", "333"].allSatisfy(few.contains))
        let many = texts(stack([(0..<90).map { $0 == 9 ? 777 : Double($0 + 100) }]), width: 720)
        #expect(many.contains("777") && !many.contains("150"))
        // A single part's name has its value, which is the total.
        #expect(many.contains("p0\u{200e} 189") && !many.contains("189"))
        let ones = [Double?](repeating: 1, count: 90)
        #expect(
            texts(stack([(0..<90).map { Double($0 + 100) }, ones]), width: 720).contains("190")
        )
    }

    private func rank(_ values: [(String, Double?)], limit: Int = 10) -> RankBarChart {
        RankBarChart(
            title: "Rank",
            entries: values.map { .init(label: $0.0, value: $0.1) },
            limit: limit,
            unit: .count,
            format: Charts.utc
        )
    }

    @Test func `the greatest comes first, equal ones by name, what is not known not at all`() {
        let chart = rank([("b", 2), ("x", nil), ("a", 2), ("c", 7), ("n", .nan), ("m", -1)])
        #expect(chart.ranked.map(\.label) == ["c", "a", "b", "m"])
    }

    @Test func `those beyond the limit are counted`() {
        let chart = rank((0..<40).map { ("e\($0)", Double($0)) }, limit: 3)
        let wide = texts(chart, width: 720)
        #expect(wide == ["e39", "39", "e38", "38", "e37", "37", "+37 more"])
        #expect(texts(chart, width: 328) == wide)
    }

    @Test func `all are drawn where all have room`() {
        let chart = rank([("a", 1), ("b", 2)])
        #expect(texts(chart, width: 720) == ["b", "2", "a", "1"])
    }

    @Test func `a bar without any value is a gap, and the names say the last known one`() throws {
        let chart = stack([[5, nil, 7, nil], [1, .nan, 2, nil]])
        let bars = try #require(StackedBars(chart, limit: 10))
        #expect(bars.bars.map(\.isKnown) == [true, false, true, false])
        let all = texts(chart, width: 720)
        #expect(all.contains("6") && all.contains("9"))
        #expect(all.contains("p0\u{200e} 7") && all.contains("p1\u{200e} 2"))
        // The axis has the only 0.
        #expect(all.count { $0 == "0" } == 1)
    }
}
