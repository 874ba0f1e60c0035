import D8SModel

/// The rows of a heatmap: where they lie and what stands beside them.
struct HeatmapRows {
    private let chart: HeatmapChart
    private let style: ChartStyle
    private let count: Int

    init(_ chart: HeatmapChart, style: ChartStyle) {
        self.chart = chart
        self.style = style
        count = max(chart.rowCount, 1)
    }

    /// The room that the labels need, at most three tenths of the width.
    func room(_ measurer: any TextMeasurer) -> Double {
        let widest = names.prefix(200).map { measurer.width(of: $0, style: style.label) }.max()
        return min(widest ?? 0, style.size.width * 0.3) + 8
    }

    /// The top and the height of a row of the grid, on whole pixels.
    func span(_ number: Int, of grid: HeatmapGrid, in plot: Plot) -> (top: Double, height: Double) {
        // Grouping begins at the first row of the chart, wherever that is drawn.
        let group = chart.isUpward ? grid.rows - 1 - number : number
        let ends = [group * grid.rowStep, min((group + 1) * grid.rowStep, count)]
            .map { edge($0, in: plot).rounded() }.sorted()
        let height = ends[1] - ends[0]
        return (ends[0], height >= 6 ? height - 1 : height)
    }

    /// Where a value lies among the bounds; nil if it is none or the rows have names.
    func place(of value: Double, in plot: Plot) -> Double? {
        guard case .bounds(let bounds, _) = chart.rows, value.isFinite,
            let index = bounds.firstIndex(where: { value <= $0 }) ?? bounds.indices.last
        else { return nil }
        let low = index > 0 ? bounds[index - 1] : min(0, bounds[index]), high = bounds[index]
        let share = high.isFinite && high > low ? (value - low) / (high - low) : 0
        let clamped = share.isFinite ? min(max(share, 0), 1) : 0
        return plot.bottom - (Double(index) + clamped) * plot.height / Double(count)
    }

    /// The labels: in the middle of named rows, at the upper edges of classes.
    func marks(in plot: Plot, measurer: any TextMeasurer) -> [Mark] {
        let pitch = plot.height / Double(count)
        let step = max(Int((style.lineHeight / pitch).rounded(.up)), 1)
        return stride(from: 0, to: count, by: step).compactMap { index -> Mark? in
            guard let name = name(index) else { return nil }
            let text = measurer.fittedInMiddle(name, style: style.label, width: plot.left - 8)
            let row = chart.isUpward ? Double(index + 1) : Double(index) + 0.5
            let y = chart.isUpward ? plot.bottom - row * pitch : plot.top + row * pitch
            let at = Point(x: plot.left - 8, y: y + style.middle)
            return .text(text, at: at, style: style.label, ink: .muted, anchor: .end)
        }
    }

    private func edge(_ index: Int, in plot: Plot) -> Double {
        let share = Double(index) / Double(count) * plot.height
        return chart.isUpward ? plot.bottom - share : plot.top + share
    }

    private var names: [String] { (0..<min(count, 200)).compactMap(name) }

    private func name(_ index: Int) -> String? {
        switch chart.rows {
        case .names(let names):
            return names.indices.contains(index) ? names[index].cleanedForDrawing(limit: 100) : nil
        case .bounds(let bounds, let unit):
            guard bounds.indices.contains(index), bounds[index].isFinite else { return nil }
            return chart.format.value(bounds[index], unit)
        }
    }
}
