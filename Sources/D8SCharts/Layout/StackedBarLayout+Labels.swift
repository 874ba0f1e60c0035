import D8SModel

extension StackedBarLayout {
    /// Over each bar where all find room, else over the greatest one.
    var totals: [Mark] {
        let all = isRoomy ? Array(stack.bars.indices) : greatest.map { [$0] } ?? []
        return all.filter { stack.bars[$0].isKnown }.map { index in
            let text = chart.format.value(stack.bars[index].total, chart.unit)
            let width = measurer.width(of: text, style: style.label)
            let room = max(plot.right + 4 - width, plot.left)
            let left = min(max(middle(index) - width / 2, plot.left), room)
            let top = scale.place(highest(from: left, to: left + width))
            let at = Point(x: left, y: top - 4)
            return .text(text, at: at, style: style.label, ink: .text)
        }
    }

    /// The parts' names beside the last bar that is known, its total over them if it does not
    /// stand on the bar.
    var names: [Mark] {
        guard let bar = stack.lastKnown else { return [] }
        var (high, low) = (0.0, 0.0), labels = Self.labels(chart, stack, style)
        for (part, value) in bar.values.enumerated() {
            let start = value < 0 ? low : high
            if value < 0 { low += value } else { high += value }
            labels[part].y = (scale.place(start) + scale.place(start + value)) / 2
        }
        if isRoomy, labels.count > bar.values.count { labels.removeLast() }
        if labels.count > bar.values.count {
            labels[labels.count - 1].y = scale.place(bar.high) - style.lineHeight / 2
        }
        // From the top down, as the parts lie.
        return EndLabels(style: style).marks(labels.reversed(), in: plot, measurer: measurer)
    }

    /// The parts from the foot up and, of several, their total; not yet in their places.
    static func labels(
        _ chart: StackedBarChart,
        _ stack: StackedBars,
        _ style: ChartStyle
    ) -> [EndLabel] {
        guard let bar = stack.lastKnown else { return [] }
        let parts = zip(stack.names, stack.inks).enumerated().map { part, name in
            let text =
                name.0.cleanedForDrawing(limit: 100) + "\u{200e} "
                + (bar.known[part] ? chart.format.value(bar.values[part], chart.unit) : "–")
            let ink: Ink = name.1 == .faint ? .muted : name.1
            return EndLabel(text: text, y: 0, ink: ink, style: style.label, priority: part + 1)
        }
        guard parts.count > 1 else { return parts }
        let total = chart.format.value(bar.total, chart.unit)
        return parts + [EndLabel(text: total, y: 0, ink: .text, style: style.strong, priority: 0)]
    }

    private var isRoomy: Bool {
        let widths = stack.bars.map {
            measurer.width(of: chart.format.value($0.total, chart.unit), style: style.label)
        }
        return (widths.max() ?? 0) + 6 <= pitch
    }

    /// The place of the greatest bar; nil where that is the last one, whose total stands beside it.
    private var greatest: Int? {
        let most = stack.bars.indices.max { stack.bars[$0].high < stack.bars[$1].high }
        return most == stack.bars.indices.last && stack.names.count > 1 ? nil : most
    }

    /// The greatest height among the bars between two places.
    private func highest(from left: Double, to right: Double) -> Double {
        let under = stack.bars.indices.filter {
            middle($0) + width / 2 > left && middle($0) - width / 2 < right
        }
        return under.map { stack.bars[$0].high }.max() ?? 0
    }
}
