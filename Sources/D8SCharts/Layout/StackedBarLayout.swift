import D8SModel

/// Stacked bars with their axes and margins found.
struct StackedBarLayout {
    let chart: StackedBarChart
    let style: ChartStyle
    let measurer: any TextMeasurer
    let stack: StackedBars
    private let axis: ValueAxis
    let plot: Plot
    let scale: Scale

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

    var pitch: Double { plot.width / Double(stack.bars.count) }
    var width: Double { min(max(pitch * 0.72, 0.75), 36) }
    func middle(_ index: Int) -> Double { plot.left + (Double(index) + 0.5) * pitch }

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

    /// The first instants of as many bars as labels fit, at equal steps: the time of day where all
    /// bars are of two days at the most, else the day.
    private var dates: [(text: String, x: Double)] {
        let isShort =
            stack.bars.last.map { last in
                last.time.seconds(since: stack.bars[0].time) <= 2 * 86_400
            } ?? false
        let widest = measurer.width(of: "28\u{a0}Nov\u{a0}2026", style: style.label)
        let count = min(max(Int(plot.width / (widest + 8)), 1), 7)
        let step = max((stack.bars.count + count - 1) / count, 1)
        var previous: Day?
        return stride(from: 0, to: stack.bars.count, by: step).map { index in
            let day = chart.format.zone.day(of: stack.bars[index].time)
            defer { previous = day }
            guard !isShort else {
                return (chart.format.clock(stack.bars[index].time), middle(index))
            }
            return (chart.format.day(day, reference: previous), middle(index))
        }
    }
}
