import D8SModel

/// Upright bars over time.
struct ColumnLayout {
    private let chart: BarChart
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    private let axis: ValueAxis
    private let plot: Plot
    private let scale: Scale
    /// The bars, or the greatest of each few where there are more of them than pixels.
    private let bars: [BarChart.Bar]

    init(_ chart: BarChart, size: Size, measurer: any TextMeasurer) {
        self.chart = chart
        self.measurer = measurer
        style = ChartStyle(size: size)
        let domain = chart.extent
        let foot = style.hasAxes ? style.label.size + 12 : 2
        let head = chart.unit.axisName != nil && style.hasAxes ? style.lineHeight + 2 : 0
        let count = style.valueTicks(height: size.height - foot - head - 8)
        let isWhole = chart.unit == .count && chart.bars.allSatisfy { $0.value?.isWhole ?? true }
        let writer = ValueTicks(unit: chart.unit, format: chart.format, isWhole: isWhole)
        let ticks = style.hasAxes ? writer.ticks(in: domain, count: count) : []
        axis = ValueAxis(ticks: ticks, style: style, measurer: measurer)
        let right =
            style.hasAxes
            ? EndLabels(style: style).room(Self.labels(chart, style), measurer: measurer) : 2
        plot = Plot(size: size, left: max(axis.room, 2), right: right, top: 8 + head, bottom: foot)
        scale = plot.scale(domain)
        bars = Self.grouped(chart.bars, limit: max(Int(plot.width / 2), 1))
    }

    /// From back to front.
    var marks: [Mark] {
        guard style.hasAxes else { return columns }
        return axis.marks(in: plot, scale: scale, measurer: measurer) + axisName + columns + target
            + FootLabels(style: style).marks(dates, in: plot, measurer: measurer)
    }

    private var pitch: Double { plot.width / Double(bars.count) }

    private var axisName: [Mark] {
        guard let name = chart.unit.axisName else { return [] }
        let place = Point(x: 0, y: style.label.size)
        return [.text(name, at: place, style: style.label, ink: .muted)]
    }

    private var columns: [Mark] {
        let width = min(max(pitch * 0.72, 0.75), 36)
        return bars.enumerated().flatMap { index, bar -> [Mark] in
            guard let value = bar.value, value.isFinite, value != 0 else { return [] }
            let x = plot.left + (Double(index) + 0.5) * pitch - width / 2
            let part = BarChart.highlighted(bar, of: value)
            return column(x, width, from: part, to: value, chart.ink)
                + column(x, width, from: 0, to: part, chart.highlightInk)
        }
    }

    private func column(
        _ x: Double,
        _ width: Double,
        from low: Double,
        to high: Double,
        _ ink: Ink
    ) -> [Mark] {
        guard low != high else { return [] }
        let ends = [scale.place(low), scale.place(high)].sorted()
        // A value that is not 0 is never invisible.
        let height = max(ends[1] - ends[0], 1)
        let top = high < 0 ? ends[0] : ends[1] - height
        return [.rectangle(Frame(x: x, y: top, width: width, height: height), fill: ink)]
    }

    private var target: [Mark] {
        guard let target = chart.target, target.isFinite else { return [] }
        let y = scale.place(target).onPixel
        let line = [Point(x: plot.left, y: y), Point(x: plot.right, y: y)]
        let labels = Self.labels(chart, style).map { label in
            var label = label
            label.y = y
            return label
        }
        return [.line(line, ink: .muted, width: 1, dash: [3, 3])]
            + EndLabels(style: style).marks(labels, in: plot, measurer: measurer)
    }

    private static func labels(_ chart: BarChart, _ style: ChartStyle) -> [EndLabel] {
        guard let target = chart.target, target.isFinite else { return [] }
        let text = "target\u{a0}" + chart.format.value(target, chart.unit)
        return [EndLabel(text: text, y: 0, ink: .muted, style: style.label, priority: 0)]
    }

    /// The first days of as many bars as labels fit, at equal steps; with the year where it
    /// changes.
    private var dates: [(text: String, x: Double)] {
        let widest = measurer.width(of: "28\u{a0}Nov\u{a0}2026", style: style.label)
        let count = min(max(Int(plot.width / (widest + 8)), 1), 7)
        let step = (bars.count + count - 1) / count
        var previous: Day?
        return stride(from: 0, to: bars.count, by: max(step, 1)).compactMap { index in
            guard let time = bars[index].time else { return nil }
            let day = chart.format.zone.day(of: time)
            defer { previous = day }
            let text = chart.format.day(day, reference: previous)
            return (text, plot.left + (Double(index) + 0.5) * pitch)
        }
    }

    private static func grouped(_ bars: [BarChart.Bar], limit: Int) -> [BarChart.Bar] {
        guard bars.count > limit else { return bars }
        let size = (bars.count + limit - 1) / limit
        return stride(from: 0, to: bars.count, by: size).map { start in
            let group = bars[start..<min(start + size, bars.count)]
            var bar = group[start]
            bar.value = group.compactMap(\.value).max { abs($0) < abs($1) }
            bar.highlight = group.map(\.highlight).max { abs($0) < abs($1) } ?? 0
            return bar
        }
    }
}

extension Double {
    /// Whether there is nothing after the decimal point.
    var isWhole: Bool { rounded() == self }
}
