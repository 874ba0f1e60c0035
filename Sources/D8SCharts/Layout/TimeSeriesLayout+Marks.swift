import D8SModel

extension TimeSeriesLayout {
    /// From back to front.
    var marks: [Mark] {
        band + harm + axes + target + thresholdLines + fan + changeMark + others + lines
            + annotationMarks + labels
    }

    var valueScale: Scale { plot.scale(values) }
    var timeScale: Scale { time.scale(from: plot.left, to: plot.right) }

    /// Where the series changed, if the axis shows it.
    private var changePlace: Double? {
        chart.change.flatMap { time.holds($0) ? timeScale.place($0) : nil }
    }

    /// Where the lines take on their own ink.
    private var inkPlace: Double? {
        changePlace
            ?? chart.emphasis.flatMap { time.holds($0) ? timeScale.place($0) : nil }
    }

    private var band: [Mark] {
        guard let normal = chart.normal, normal.low.isFinite, normal.high.isFinite else {
            return []
        }
        let top = valueScale.place(max(normal.low, normal.high))
        let bottom = valueScale.place(min(normal.low, normal.high))
        let frame = Frame(x: plot.left, y: top, width: plot.width, height: max(bottom - top, 1))
        return [.rectangle(frame, fill: .band)]
    }

    private var axes: [Mark] {
        guard style.hasAxes else { return [] }
        var marks = axis.marks(in: plot, scale: valueScale, measurer: measurer)
        marks += TimeAxis(domain: time, format: chart.format, style: style)
            .marks(in: plot, measurer: measurer)
        if let name = chart.unit.axisName {
            let place = Point(x: 0, y: style.label.size)
            marks.append(.text(name, at: place, style: style.label, ink: .muted))
        }
        return marks
    }

    private var changeMark: [Mark] {
        guard let x = changePlace, let series = chart.series.first else { return [] }
        let line = [Point(x: x, y: plot.top - 4), Point(x: x, y: plot.bottom)]
        return [.line(line, ink: series.ink, width: 1.25, dash: [1.5, 3])]
    }

    private var lines: [Mark] {
        // What needs attention lies over what does not.
        let named = chart.series.prefix(Self.distinct)
        let ordered = named.filter { $0.ink == .series } + named.filter { $0.ink != .series }
        return ordered.flatMap { series in
            let isSparse = isSparse(series)
            return runs(of: series).flatMap { marks(for: $0, ink: series.ink, isSparse) }
                + endDot(of: series)
        }
    }

    /// The lines that nobody can tell apart, in grey.
    private var others: [Mark] {
        chart.series.dropFirst(Self.distinct).prefix(Self.others).flatMap { series in
            runs(of: series).flatMap { $0.thinned.marks(ink: .faint, width: 0.75) }
        }
    }

    private func runs(of series: TimeSeriesChart.Series) -> [LineRun] {
        LineRun.runs(series.points.lazy.map(place))
    }

    private func place(_ point: EvidenceSeries.Point) -> Point? {
        guard let value = point.value, value.isFinite, TimeDomain.contains(point.time) else {
            return nil
        }
        return Point(x: timeScale.place(point.time), y: valueScale.place(value))
    }

    /// Grey up to the change, in the series' ink from there on.
    private func marks(for run: LineRun, ink: Ink, _ isSparse: Bool) -> [Mark] {
        let isDense = Double(run.points.count) > plot.width / 2
        let width = ink == .series || isDense ? 1.25 : 1.75
        guard let x = inkPlace else {
            return run.thinned.marks(ink: ink, width: width, isSparse: isSparse)
        }
        return run.before(x).thinned.marks(ink: .series, width: 1.25)
            + run.after(x).thinned.marks(ink: ink, width: width)
    }

    /// Whether gaps are so many (more than a third) and points so few that each wants its dot.
    private func isSparse(_ series: TimeSeriesChart.Series) -> Bool {
        let gaps = series.points.count { $0.value?.isFinite != true }
        return gaps * 3 > series.points.count && series.points.count <= 60
    }

    private func endDot(of series: TimeSeriesChart.Series) -> [Mark] {
        guard let place = lastPlace(of: series) else { return [] }
        return [.circle(center: place, radius: 3.5, fill: series.ink)]
    }

    func lastPlace(of series: TimeSeriesChart.Series) -> Point? {
        series.points.last { place($0) != nil }.flatMap(place)
    }

    /// A short tick for each annotation, and the labels that found room.
    private var annotationMarks: [Mark] {
        guard style.hasAxes else { return [] }
        let ticks = Set(chart.annotations.map(\.time)).filter(time.holds).sorted()
            .map { time -> Mark in
                let x = timeScale.place(time)
                let line = [Point(x: x, y: plot.top - 4), Point(x: x, y: plot.top + 4)]
                return .line(line, ink: .muted, width: 1)
            }
        return ticks
            + AnnotationRow.marks(
                annotations,
                in: plot,
                style: style,
                ink: .muted,
                lineEnd: plot.top
            )
    }
}
