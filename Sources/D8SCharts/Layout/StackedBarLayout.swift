import D8SModel

/// Stacked bars with their axes and margins found.
struct StackedBarLayout {
    private let chart: StackedBarChart
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    private let stack: StackedBars
    private let axis: ValueAxis
    private let plot: Plot
    private let scale: Scale

    /// Nil if no part has a value.
    init?(_ chart: StackedBarChart, size: Size, measurer: any TextMeasurer) {
        let limit = max(Int(min(size.width, 20_000) / 3), 1)
        guard let stack = StackedBars(chart, limit: limit) else { return nil }
        (self.chart, self.measurer, self.stack) = (chart, measurer, stack)
        let style = ChartStyle(size: size)
        self.style = style
        let foot = style.hasAxes ? style.label.size + 12 : 2
        let head = style.hasAxes ? style.lineHeight : 0
        let isWhole = chart.unit == .count && stack.isWhole
        let writer = ValueTicks(unit: chart.unit, format: chart.format, isWhole: isWhole)
        let count = style.valueTicks(height: size.height - foot - head - 8)
        let ticks = style.hasAxes ? writer.ticks(in: stack.extent, count: count) : []
        axis = ValueAxis(ticks: ticks, style: style, measurer: measurer)
        let labels = Self.labels(chart, stack, style)
        let right =
            style.hasAxes ? EndLabels(style: style).room(labels, measurer: measurer) : 2
        plot = Plot(size: size, left: max(axis.room, 2), right: right, top: 8 + head, bottom: foot)
        scale = plot.scale(stack.extent)
    }

    /// From back to front.
    var marks: [Mark] {
        guard style.hasAxes else { return columns }
        return axis.marks(in: plot, scale: scale, measurer: measurer) + columns + totals + names
            + FootLabels(style: style).marks(dates, in: plot, measurer: measurer)
    }

    private var pitch: Double { plot.width / Double(stack.bars.count) }
    private var width: Double { min(max(pitch * 0.72, 0.75), 36) }
    private func middle(_ index: Int) -> Double { plot.left + (Double(index) + 0.5) * pitch }

    /// All pieces of one part are one mark; a pixel of the page lies between two pieces.
    private var columns: [Mark] {
        var frames = [[Frame]](repeating: [], count: stack.inks.count)
        for (index, bar) in stack.bars.enumerated() {
            var (high, low) = (0.0, 0.0)
            for (part, value) in bar.values.enumerated() where value != 0 {
                let start = value > 0 ? high : low
                if value > 0 { high += value } else { low += value }
                let ends = [scale.place(start), scale.place(start + value)].sorted()
                let height = ends[1] - ends[0]
                let gap = height > 3 && width > 3 && start != 0 ? 1.0 : 0
                let top = value > 0 ? ends[0] : ends[0] + gap
                frames[part].append(
                    Frame(
                        x: middle(index) - width / 2,
                        y: top,
                        width: width,
                        height: max(height - gap, 0.5)
                    )
                )
            }
        }
        return zip(frames, stack.inks).filter { !$0.0.isEmpty }
            .map { .rectangles($0.0, fill: $0.1) }
    }

    /// Over each bar where all find room, else over the greatest and the last one.
    private var totals: [Mark] {
        let texts = stack.bars.map { chart.format.value($0.total, chart.unit) }
        let widths = texts.map { measurer.width(of: $0, style: style.label) }
        let isRoomy = (widths.max() ?? 0) + 6 <= pitch
        let last = stack.bars.count - 1
        let most = stack.bars.indices.max { stack.bars[$0].high < stack.bars[$1].high } ?? last
        var marks: [Mark] = [], used: [ClosedRange<Double>] = []
        for index in isRoomy ? Array(stack.bars.indices) : [most, last]
        where stack.bars[index].isKnown {
            let room = plot.size.width - widths[index]
            let left = min(max(middle(index) - widths[index] / 2, plot.left), room)
            let span = left...(left + widths[index])
            guard !used.contains(where: { $0.overlaps((left - 6)...(span.upperBound + 6)) }) else {
                continue
            }
            used.append(span)
            let y = scale.place(highest(from: span.lowerBound, to: span.upperBound)) - 4
            let at = Point(x: left, y: y)
            marks.append(.text(texts[index], at: at, style: style.label, ink: .text))
        }
        return marks
    }

    /// The greatest height among the bars between two places.
    private func highest(from left: Double, to right: Double) -> Double {
        let under = stack.bars.indices.filter {
            middle($0) + width / 2 > left && middle($0) - width / 2 < right
        }
        return under.map { stack.bars[$0].high }.max() ?? 0
    }

    /// The parts' names beside the last bar that is known.
    private var names: [Mark] {
        guard let bar = stack.lastKnown else { return [] }
        var (high, low) = (0.0, 0.0), labels = Self.labels(chart, stack, style)
        for (part, value) in bar.values.enumerated() {
            let start = value < 0 ? low : high
            if value < 0 { low += value } else { high += value }
            labels[part].y = (scale.place(start) + scale.place(start + value)) / 2
        }
        // From the top down, as the parts lie.
        return EndLabels(style: style).marks(labels.reversed(), in: plot, measurer: measurer)
    }

    private static func labels(
        _ chart: StackedBarChart,
        _ stack: StackedBars,
        _ style: ChartStyle
    ) -> [EndLabel] {
        guard let bar = stack.lastKnown else { return [] }
        return zip(stack.names, stack.inks).enumerated().map { part, name in
            let text =
                name.0.cleanedForDrawing(limit: 100) + "\u{200e} "
                + chart.format.value(bar.values[part], chart.unit)
            let ink: Ink = name.1 == .faint ? .muted : name.1
            return EndLabel(text: text, y: 0, ink: ink, style: style.label, priority: part)
        }
    }

    /// The first days of as many bars as labels fit, at equal steps.
    private var dates: [(text: String, x: Double)] {
        let widest = measurer.width(of: "28\u{a0}Nov\u{a0}2026", style: style.label)
        let count = min(max(Int(plot.width / (widest + 8)), 1), 7)
        let step = max((stack.bars.count + count - 1) / count, 1)
        var previous: Day?
        return stride(from: 0, to: stack.bars.count, by: step).map { index in
            let day = chart.format.zone.day(of: stack.bars[index].time)
            defer { previous = day }
            return (chart.format.day(day, reference: previous), middle(index))
        }
    }
}
