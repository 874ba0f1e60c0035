import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct CostChartTests {
    private func texts(_ chart: any Chart, width: Double, height: Double = 220) -> [String] {
        chart.scene(size: Size(width: width, height: height), measurer: PlainMeasurer()).marks
            .compactMap { if case .text(let text, _, _, _, _) = $0 { text } else { nil } }
    }

    private func bars(_ chart: any Chart) -> [(frame: Frame, ink: Ink)] {
        chart.scene(size: Size(width: 600, height: 220), measurer: PlainMeasurer()).marks
            .compactMap { mark in
                if case .rectangle(let frame, let ink, 1, _) = mark { (frame, ink) } else { nil }
            }
    }

    private func waterfall(
        _ start: Double,
        _ steps: [Double],
        harm: Harm = .up
    ) -> WaterfallChart {
        WaterfallChart(
            title: "Change",
            start: .init(label: "October", value: start),
            steps: steps.enumerated().map { .init(label: "s\($0)", value: $1) },
            end: .init(label: "November", value: steps.reduce(start, +)),
            unit: .money,
            format: Charts.utc,
            harm: harm
        )
    }

    @Test func `each step begins where the one before ended, with its sign`() {
        let chart = waterfall(100, [80, -60])
        let bars = bars(chart)
        #expect(bars.map(\.ink) == [.series, .warning, .good, .series])
        #expect(abs(bars[0].frame.x + bars[0].frame.width - bars[1].frame.x) < 0.01)
        let tops = bars[1...2].map { $0.frame.x + $0.frame.width }
        #expect(abs(tops[0] - tops[1]) < 0.01)
        #expect(abs(bars[2].frame.x - (bars[3].frame.x + bars[3].frame.width)) < 0.01)
        #expect(texts(chart, width: 600).contains("+$80.00"))
        #expect(texts(chart, width: 600).contains("−$60.00"))
    }

    @Test func `steps that are small beside the totals are looked at from near, with a cut`() {
        let scene = waterfall(1000, [20, -10])
            .scene(size: Size(width: 600, height: 220), measurer: PlainMeasurer())
        let cuts = scene.marks.filter {
            if case .line(_, .background, _, _) = $0 { true } else { false }
        }
        #expect(cuts.count == 2)
        #expect(bars(waterfall(1000, [20, -10]))[1].frame.width > 60)
    }

    @Test func `where there is no room the smallest steps are one`() {
        let chart = waterfall(100, [1, 50, 2, -40, 3])
        let texts = texts(chart, width: 600, height: 90)
        #expect(texts.contains("3 others") && texts.contains("+$6.00"))
        #expect(texts.contains("s1") && !texts.contains("s0"))
    }

    private func icicle(_ parts: [IcicleChart.Node]) -> IcicleChart {
        let sum = parts.reduce(0) { $0 + $1.value }
        return IcicleChart(
            title: "Tree",
            root: .init(label: "All", value: sum, parts: parts),
            unit: .money,
            format: Charts.utc
        )
    }

    @Test func `a field is as high as its share, the greatest first`() {
        let chart = icicle([.init(label: "a", value: 10), .init(label: "b", value: 30)])
        let fields = chart.scene(size: Size(width: 400, height: 200), measurer: PlainMeasurer())
            .marks.compactMap { mark -> Frame? in
                if case .rectangle(let frame, _, 0.22, _) = mark { frame } else { nil }
            }
        #expect(fields.map(\.height) == [199, 149, 49])
        #expect(fields.map(\.y) == [0, 0, 150])
        #expect(
            texts(chart, width: 400, height: 200) == [
                "All", "$40.00", "b", "$30.00", "a", "$10.00",
            ]
        )
    }

    @Test func `what is too small is drawn as one, and a credit is said`() {
        let small = (0..<50).map { IcicleChart.Node(label: "p\($0)", value: 0.5) }
        let credit = IcicleChart.Node(label: "credit", value: -5)
        let chart = icicle([.init(label: "big", value: 100), credit] + small)
        let texts = texts(chart, width: 400, height: 200)
        #expect(texts.contains("50 others"))
        #expect(texts.contains("Credits of $5.00 are not drawn"))
    }

    @Test func `nothing above 0 is no picture`() {
        let texts = texts(icicle([.init(label: "a", value: -1)]), width: 400)
        #expect(!texts.contains("a"))
    }
}
