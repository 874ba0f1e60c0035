import D8SModel
import Testing

@testable import D8SCharts

@Suite struct GaugeTests {
    private func gauge(_ value: Double?, _ target: Double, _ unit: Unit = .ratio) -> GaugeChart {
        GaugeChart(title: "Gauge", value: value, target: target, unit: unit, format: Charts.utc)
    }

    @Test(arguments: [
        (0.22, 0.15, Unit.ratio, "7\u{a0}points above target"),
        (0.985, 0.99, .ratio, "0.5\u{a0}points below target"),
        (0.15, 0.15, .ratio, "on target"), (7200, 3600, .seconds, "1\u{a0}h above target"),
        (3, 12, .count, "9 below target"),
    ])
    func `a gauge says how far the value is from its target`(
        value: Double,
        target: Double,
        unit: Unit,
        words: String
    ) {
        #expect(gauge(value, target, unit).distance(of: value) == words)
    }

    /// Without axes: 96 points for a scale from 0 to 1, the track of 14 from y = 14 on.
    @Test func `the bar, the target's mark and the zones share one scale`() {
        var chart = gauge(0.5, 0.75)
        chart.limit = 1
        chart.zones = [
            Threshold(label: "warning", value: 0.5, harm: .below, ink: .warning),
            Threshold(label: "critical", value: 0.25, harm: .below, ink: .critical),
        ]
        let scene = chart.scene(size: Size(width: 100, height: 40), measurer: PlainMeasurer())
        #expect(
            scene.description == """
                scene 100x40 “Gauge”
                rectangle band 2,14 96x14
                rectangle warning 2,30 48x2.5
                rectangle critical 2,30 24x5
                rectangle series 2,17 48x8
                line background 6.0 74,10 74,35
                line text 2.0 74,10 74,35
                """
        )
    }

    @Test func `a value beyond the limit ends at the end of the scale`() {
        var chart = gauge(1.5, 0.5)
        chart.limit = 1
        let scene = chart.scene(size: Size(width: 100, height: 40), measurer: PlainMeasurer())
        let bar = scene.marks.first {
            if case .rectangle(_, .series, _, _) = $0 { true } else { false }
        }
        #expect(bar?.description == "rectangle series 2,17 96x8")
    }

    @Test func `labels of zones never cover each other`() {
        var chart = gauge(0.5, 0.5)
        chart.zones = (0..<20).map {
            Threshold(label: "zone", value: 0.5 + Double($0) / 1000, ink: .warning)
        }
        let scene = chart.scene(size: Size(width: 328, height: 92), measurer: PlainMeasurer())
        let labels = scene.marks.compactMap { mark -> (Double, Double, Double)? in
            guard case .text(let text, let at, let style, _, _) = mark, at.y > 60 else {
                return nil
            }
            return (at.x, at.x + PlainMeasurer().width(of: text, style: style), at.y)
        }
        #expect(labels.count >= 2)
        for (index, left) in labels.enumerated() {
            for right in labels.dropFirst(index + 1) where right.2 == left.2 {
                #expect(left.1 < right.0 || right.1 < left.0)
            }
        }
    }

    @Test func `without a value a gauge says so`() {
        for value in [nil, Double.nan, .infinity] {
            let scene = gauge(value, 1).scene(
                size: Size(width: 328, height: 92),
                measurer: PlainMeasurer()
            )
            #expect(scene.description.contains("not enough data"))
        }
    }

    /// Letters of half their size: `22 %` takes 44 and `7 points above target` 115 of 160 points.
    @Test func `the distance stands under the value where both are too wide, or not at all`() {
        func texts(_ size: Size) -> [String] {
            gauge(0.22, 0.15).scene(size: size, measurer: PlainMeasurer()).marks.compactMap {
                if case .text(let text, let at, _, .muted, _) = $0 {
                    "\(text) \(at.y)"
                } else {
                    nil
                }
            }
        }
        let words = "7\u{a0}points above target"
        #expect(texts(Size(width: 360, height: 100)) == [words + " 22.0"])
        #expect(texts(Size(width: 160, height: 100)) == [words + " 39.0"])
        #expect(texts(Size(width: 160, height: 80)) == [])
    }
}
