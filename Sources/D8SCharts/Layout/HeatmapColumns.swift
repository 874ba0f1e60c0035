import D8SModel

/// The columns of a heatmap: where they lie and what stands under them.
struct HeatmapColumns {
    /// What a cell looks like.
    enum Look: Hashable {
        case nothing, unknown
        case shade(Int)
    }

    /// Neighbours in one row that look the same.
    struct Run {
        let look: Look
        let left: Double
        var width: Double
    }

    private let chart: HeatmapChart
    private let plot: Plot
    private let step: Int
    private let domain: TimeDomain?
    /// Where each column of the grid begins and ends, on whole pixels.
    private let spans: [(left: Double, right: Double)]

    init(_ chart: HeatmapChart, grid: HeatmapGrid, plot: Plot) {
        self.chart = chart
        self.plot = plot
        step = grid.columnStep
        let count = chart.columnCount, step = grid.columnStep
        guard case .times(let times) = chart.columns, let length = Self.usualStep(times),
            let first = times.first, let last = times.last,
            let domain = TimeDomain(
                chart.window.map { [$0.start, $0.end] }
                    ?? [first, last.adding(seconds: length)]
            )
        else {
            self.domain = nil
            let pitch = plot.width / Double(max(count, 1))
            spans = (0..<grid.columns).map { column in
                let ends = [column * step, min((column + 1) * step, count)].map(Double.init)
                return (
                    (plot.left + ends[0] * pitch).rounded(), (plot.left + ends[1] * pitch).rounded()
                )
            }
            return
        }
        self.domain = domain
        let scale = domain.scale(from: plot.left, to: plot.right)
        spans = (0..<grid.columns).map { column in
            let start = times[column * step]
            let last = times[min((column + 1) * step, count) - 1].adding(seconds: length)
            let end = (column + 1) * step < count ? min(times[(column + 1) * step], last) : last
            return (scale.place(start).rounded(), scale.place(end).rounded())
        }
    }

    /// The time before, between and after the columns that none of them covers.
    var gaps: [Run] {
        let ends = [plot.left] + spans.map(\.right), starts = spans.map(\.left) + [plot.right]
        return zip(ends, starts).compactMap { end, start in
            guard start > end + 1 else { return nil }
            return Run(look: .unknown, left: end, width: start - end)
        }
    }

    /// The cells of a row, joined where no gap is drawn between them.
    func runs(of looks: [Look]) -> [Run] {
        var runs: [Run] = []
        for (look, span) in zip(looks, spans) where span.right > span.left {
            let width = span.right - span.left
            let isApart = width >= 6 && look != .unknown
            if !isApart, let last = runs.last, last.look == look,
                last.left + last.width == span.left
            {
                runs[runs.count - 1].width += width
            } else {
                runs.append(Run(look: look, left: span.left, width: isApart ? width - 1 : width))
            }
        }
        return runs
    }

    /// The middle of a column of the chart.
    func middle(ofOriginal index: Int) -> Double {
        guard case .times(let times) = chart.columns, let domain, times.indices.contains(index)
        else {
            let pitch = plot.width / Double(max(chart.columnCount, 1))
            return plot.left + (Double(index) + 0.5) * pitch
        }
        let scale = domain.scale(from: plot.left, to: plot.right)
        let half = (plot.width / Double(max(times.count, 1))) / 2
        return min(scale.place(times[index]) + half, plot.right)
    }

    /// The labels under the columns.
    func marks(style: ChartStyle, format: Format, measurer: any TextMeasurer) -> [Mark] {
        if let domain {
            return TimeAxis(domain: domain, format: format, style: style)
                .marks(in: plot, measurer: measurer)
        }
        guard case .names(let all) = chart.columns else { return [] }
        let names = all.map { $0.cleanedForDrawing(limit: 100) }
        let widest = names.prefix(200).map { measurer.width(of: $0, style: style.label) }.max() ?? 0
        let room = max(Int(plot.width / (min(widest, plot.width / 3) + 12)), 1)
        let count = names.count > 12 ? min(room, 8) : room
        let step = max((names.count + count - 1) / count, 1)
        let labels = stride(from: 0, to: names.count, by: step).map { index in
            let text = measurer.fitted(names[index], style: style.label, width: plot.width / 3)
            return (text, middle(ofOriginal: index))
        }
        return FootLabels(style: style).marks(labels, in: plot, measurer: measurer)
    }

    /// The median of the steps between columns, in seconds; a day for a single one.
    private static func usualStep(_ times: [Instant]) -> Double? {
        guard !times.isEmpty else { return nil }
        let steps = zip(times, times.dropFirst()).map { $1.seconds(since: $0) }
            .filter { $0 > 0 }.sorted()
        return steps.isEmpty ? 86_400 : steps[steps.count / 2]
    }
}
