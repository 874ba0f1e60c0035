import D8SModel

/// Lying bars over names, each with its value at its end; no axis is needed.
struct RowLayout {
    private let chart: BarChart
    private let size: Size
    private let measurer: any TextMeasurer
    private let style: ChartStyle
    /// Height under the rows for the target's label.
    private let foot: Double
    /// From one row to the next.
    private let pitch: Double
    private let shown: ArraySlice<BarChart.Bar>
    /// The names of the shown bars, as much of them as fits.
    private let names: [String]
    private let barStart: Double
    private let scale: Scale

    init(chart: BarChart, size: Size, measurer: any TextMeasurer) {
        (self.chart, self.size, self.measurer) = (chart, size, measurer)
        let style = ChartStyle(size: size)
        self.style = style
        foot = chart.target?.isFinite == true ? style.lineHeight + 4 : 0
        let height = max(size.height - foot, 1)
        let room = height / Double(max(chart.bars.count, 1))
        pitch = min(max(room, style.lineHeight + 2), 28)
        let capacity = max(Int(((size.height - foot) / pitch).rounded(.down)), 1)
        shown = chart.bars.prefix(chart.bars.count <= capacity ? capacity : max(capacity - 1, 0))
        names = shown.map {
            measurer.fittedInMiddle($0.label, style: style.label, width: size.width * 0.4)
        }
        let widest = { (texts: [String]) in
            texts.map { measurer.width(of: $0, style: style.label) }.max() ?? 0
        }
        barStart = widest(names) + 10
        let end = max(size.width - widest(shown.map { chart.number(of: $0) }) - 10, barStart + 1)
        let domain = chart.extent
        scale = Scale(low: domain.low, high: domain.high, start: barStart, end: end)
    }

    /// From top to bottom.
    var marks: [Mark] {
        var marks = zip(shown, names).enumerated().flatMap { index, bar in
            row(bar.0, name: bar.1, middle: (Double(index) + 0.5) * pitch)
        }
        if shown.count < chart.bars.count {
            let words = "+\(chart.bars.count - shown.count) more"
            let y = (Double(shown.count) + 0.5) * pitch + style.middle
            let place = Point(x: barStart, y: y)
            marks.append(.text(words, at: place, style: style.label, ink: .muted))
        }
        return marks + target
    }

    private func row(_ bar: BarChart.Bar, name: String, middle: Double) -> [Mark] {
        let baseline = middle + style.middle
        let namePlace = Point(x: barStart - 10, y: baseline)
        var marks: [Mark] = [
            .text(name, at: namePlace, style: style.label, ink: .text, anchor: .end)
        ]
        var end = scale.place(0)
        if let value = bar.value, value.isFinite {
            let part = BarChart.highlighted(bar, of: value)
            marks += piece(from: part, to: value, middle, chart.ink)
            marks += piece(from: 0, to: part, middle, chart.highlightInk)
            end = max(end, scale.place(value))
        }
        let text = measurer.fitted(
            chart.number(of: bar),
            style: style.label,
            width: size.width - end - 6
        )
        let textWidth = measurer.width(of: text, style: style.label)
        let place = Point(x: clear(of: textWidth, from: end + 6), y: baseline)
        return marks + [.text(text, at: place, style: style.label, ink: .muted)]
    }

    /// This place, or one right of the target's line if the line would cross the text.
    private func clear(of width: Double, from x: Double) -> Double {
        guard let target = chart.target, target.isFinite else { return x }
        let line = scale.place(target)
        return x - 3 < line && line < x + width + 3 ? line + 6 : x
    }

    private func piece(from low: Double, to high: Double, _ middle: Double, _ ink: Ink) -> [Mark] {
        guard low != high else { return [] }
        let ends = [scale.place(low), scale.place(high)].sorted()
        let height = min(pitch * 0.6, 14)
        let frame = Frame(
            x: ends[0],
            y: middle - height / 2,
            width: max(ends[1] - ends[0], 1),
            height: height
        )
        return [.rectangle(frame, fill: ink)]
    }

    private var target: [Mark] {
        guard let target = chart.target, target.isFinite else { return [] }
        let x = scale.place(target).onPixel
        let bottom = min(Double(shown.count) * pitch, size.height - foot)
        let line = [Point(x: x, y: 0), Point(x: x, y: bottom)]
        let words = "target\u{a0}" + chart.format.value(target, chart.unit)
        let plot = Plot(size: size, left: 0, right: 0, top: 0, bottom: size.height - bottom)
        return [.line(line, ink: .muted, width: 1, dash: [3, 3])]
            + FootLabels(style: style).marks([(words, x)], in: plot, measurer: measurer)
    }
}

extension BarChart {
    /// What stands at the bar's end.
    fileprivate func number(of bar: Bar) -> String {
        guard let value = bar.value, value.isFinite else { return "–" }
        return format.value(value, unit)
    }
}
