import D8SModel

/// A time series chart with its axes and margins found.
struct TimeSeriesLayout {
    let chart: TimeSeriesChart
    let style: ChartStyle
    let measurer: any TextMeasurer
    let time: TimeDomain
    let values: ValueDomain
    let axis: ValueAxis
    let annotations: [AnnotationRow]
    let plot: Plot

    /// Nil if no point has a value.
    init?(_ chart: TimeSeriesChart, size: Size, measurer: any TextMeasurer) {
        let points = chart.series.lazy.flatMap(\.points)
        let drawn = points.compactMap { TimeDomain.contains($0.time) ? $0.value : nil }
        guard ValueDomain(drawn) != nil,
            let time = TimeDomain(points.lazy.map(\.time)),
            let values = ValueDomain(Array(drawn) + Self.references(chart))
        else { return nil }
        self.chart = chart
        self.measurer = measurer
        self.time = time
        self.values = values.widened(toZero: chart.startsAtZero)
        style = ChartStyle(size: size)
        let foot = style.hasAxes ? style.label.size + 12 : 5
        let head = chart.unit.axisName != nil && style.hasAxes ? style.lineHeight + 2 : 0
        let count = style.valueTicks(height: size.height - foot - head - 8)
        let ticks = ValueTicks(unit: chart.unit, format: chart.format)
            .ticks(in: self.values, count: count)
        axis = ValueAxis(ticks: style.hasAxes ? ticks : [], style: style, measurer: measurer)
        let left = style.hasAxes ? axis.room : 5
        let right =
            style.hasAxes
            ? EndLabels(style: style).room(Self.labels(chart, style), measurer: measurer) : 5
        let places = time.scale(from: left, to: left + max(size.width - left - right, 1))
        let notes = chart.annotations.filter { time.holds($0.time) }
            .map { ($0.label, places.place($0.time)) }
        annotations =
            style.hasAxes ? AnnotationRow.rows(notes, style: style, measurer: measurer) : []
        let top = 8 + head + AnnotationRow.room(annotations, style: style)
        plot = Plot(size: size, left: left, right: right, top: top, bottom: foot)
    }

    /// Values that are drawn beside the series' own.
    private static func references(_ chart: TimeSeriesChart) -> [Double] {
        [chart.target, chart.normal?.low, chart.normal?.high].compactMap { $0 }
    }

    /// The texts at the right, not yet in their places.
    static func labels(_ chart: TimeSeriesChart, _ style: ChartStyle) -> [EndLabel] {
        var labels = chart.series.compactMap { series -> EndLabel? in
            let last = series.points.last { $0.value?.isFinite == true }
            guard let value = last?.value else { return nil }
            let number = chart.format.value(value, chart.unit)
            let name = series.label.cleanedForDrawing(limit: 100)
            return EndLabel(
                // The mark keeps the number right of a name in Arabic or Hebrew.
                text: name.isEmpty ? number : name + "\u{200e} " + number,
                y: value,
                ink: series.ink,
                style: style.strong,
                priority: series.ink == .series ? 2 : 0
            )
        }
        if let target = chart.target, target.isFinite {
            let text = "target\u{a0}" + chart.format.value(target, chart.unit)
            labels.append(
                EndLabel(text: text, y: target, ink: .muted, style: style.label, priority: 1)
            )
        }
        return labels
    }
}

extension TimeDomain {
    /// Whether the axis shows this instant.
    func holds(_ time: Instant) -> Bool { start <= time && time <= end }
}

extension Unit {
    /// What stands over the value axis where the ticks are plain numbers.
    var axisName: String? {
        switch self {
        case .ratio, .seconds, .count, .bytes, .bytesPerSecond, .money: nil
        case .perSecond: "a second"
        case .cores: "cores"
        case .celsius: "°C"
        case .perDay: "a day"
        case .daysPerWeek: "days a week"
        }
    }
}
