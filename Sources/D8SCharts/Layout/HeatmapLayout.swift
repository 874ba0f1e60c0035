import D8SModel

/// A heatmap with its axes and margins found.
struct HeatmapLayout {
    let chart: HeatmapChart
    let style: ChartStyle
    let measurer: any TextMeasurer
    let grid: HeatmapGrid
    let scale: ShadeScale
    let plot: Plot
    let rowAxis: HeatmapRows
    let columnAxis: HeatmapColumns

    /// Nil if no cell has a value.
    init?(_ chart: HeatmapChart, size: Size, measurer: any TextMeasurer) {
        let style = ChartStyle(size: size)
        let rows = HeatmapRows(chart, style: style)
        let left = style.hasAxes ? rows.room(measurer) : 0
        let labels = style.hasAxes ? [Self.overlayLabel(chart, style)].compactMap { $0 } : []
        let right = labels.isEmpty ? 0 : EndLabels(style: style).room(labels, measurer: measurer)
        let foot = style.hasAxes ? style.label.size + 12 : 0
        let head = style.hasAxes ? style.lineHeight + 16 : 0
        let plot = Plot(size: size, left: left, right: right, top: head, bottom: foot)
        guard
            let grid = HeatmapGrid(
                chart,
                columnLimit: Int(min(plot.width / 2, 10_000)),
                rowLimit: Int(min(plot.height / 3, 10_000))
            ),
            let scale = ShadeScale(grid.cells.joined().compactMap { $0 }, unit: chart.unit)
        else { return nil }
        self.chart = chart
        self.style = style
        self.measurer = measurer
        (self.grid, self.scale, self.plot, rowAxis) = (grid, scale, plot, rows)
        columnAxis = HeatmapColumns(chart, grid: grid, plot: plot)
    }

    /// From back to front.
    var marks: [Mark] {
        guard style.hasAxes else { return cells }
        let legend = ShadeLegend(scale: scale, unit: chart.unit, format: chart.format, style: style)
        return legend.marks(right: plot.right, measurer: measurer) + hatchKey(beside: legend)
            + rowAxis.marks(in: plot, measurer: measurer)
            + columnAxis.marks(style: style, format: chart.format, measurer: measurer)
            + cells + overlay
    }

    /// What the hatch means, at the left of the head, if anything is hatched and there is room.
    private func hatchKey(beside legend: ShadeLegend) -> [Mark] {
        let isHatched = cells.contains {
            if case .rectangles(_, Hatch.ink) = $0 { true } else { false }
        }
        let left = plot.left + 22, end = plot.right - legend.width(measurer) - 12
        let text = measurer.fitted(chart.unknownWord, style: style.label, width: end - left)
        guard isHatched, !text.isEmpty else { return [] }
        let sample = Frame(x: plot.left, y: style.lineHeight - 2, width: 16, height: 10)
        let at = Point(x: left, y: style.lineHeight + 7)
        return [
            .rectangles(Hatch.strokes(in: sample), fill: Hatch.ink),
            .text(text, at: at, style: style.label, ink: .muted),
        ]
    }

    /// All cells of one shade are one mark.
    private var cells: [Mark] {
        var shades = [[Frame]](repeating: [], count: Ink.shades.count)
        var unknown = columnAxis.gaps.map {
            Frame(x: $0.left, y: plot.top, width: $0.width, height: plot.height)
        }
        for (number, row) in grid.cells.enumerated() {
            let (top, height) = rowAxis.span(number, of: grid, in: plot)
            for run in columnAxis.runs(of: row.map(look)) {
                let frame = Frame(x: run.left, y: top, width: run.width, height: height)
                switch run.look {
                case .nothing: break
                case .unknown: unknown.append(frame)
                case .shade(let shade): shades[shade].append(frame)
                }
            }
        }
        let all = [(Hatch.ink, unknown.flatMap(Hatch.strokes))] + Array(zip(Ink.shades, shades))
        return all.filter { !$0.1.isEmpty }.map { .rectangles($0.1, fill: $0.0) }
    }

    private func look(of value: Double?) -> HeatmapColumns.Look {
        guard let value else { return .unknown }
        return scale.shade(of: value).map { .shade($0) } ?? .nothing
    }

    private var overlay: [Mark] {
        guard let overlay = chart.overlay else { return [] }
        let places = overlay.values.prefix(chart.columnCount).enumerated().map { index, value in
            value.flatMap { rowAxis.place(of: $0, in: plot) }.map { y in
                Point(x: columnAxis.middle(ofOriginal: index), y: y)
            }
        }
        let runs = LineRun.runs(places).map(\.thinned)
        let halos = runs.flatMap { $0.marks(ink: .background, width: 4) }
        let lines = runs.flatMap { $0.marks(ink: .text, width: 1.5) }
        guard var label = Self.overlayLabel(chart, style),
            let last = places.last(where: { $0 != nil })
        else { return halos + lines }
        label.y = last?.y ?? plot.top
        return halos + lines + EndLabels(style: style).marks([label], in: plot, measurer: measurer)
    }

    private static func overlayLabel(_ chart: HeatmapChart, _ style: ChartStyle) -> EndLabel? {
        guard let overlay = chart.overlay, case .bounds(_, let unit) = chart.rows,
            let value = overlay.values.last(where: { $0?.isFinite == true })?.map({ $0 })
        else { return nil }
        let name = overlay.label.cleanedForDrawing(limit: 100)
        let text = name + "\u{200e} " + chart.format.value(value, unit)
        return EndLabel(text: text, y: 0, ink: .text, style: style.strong, priority: 0)
    }
}
