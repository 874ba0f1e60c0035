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
        let chart = chart.inWindow
        let points = chart.series.lazy.flatMap(\.points)
        let drawn = points.compactMap { TimeDomain.contains($0.time) ? $0.value : nil }
        guard ValueDomain(drawn) != nil,
            let time = TimeDomain(
                Array(points.lazy.map(\.time)) + Self.foretold(chart).map(\.time)
                    + (chart.window.map { [$0.start, $0.end] } ?? [])
            ),
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
        let plain = [chart.target, chart.normal?.low, chart.normal?.high].compactMap { $0 }
        let fan = foretold(chart).flatMap { point in
            [
                point.value, point.inner?.low, point.inner?.high, point.outer?.low,
                point.outer?.high,
            ].compactMap { $0 }
        }
        return plain + chart.thresholds.map(\.value) + fan
    }

    /// The points of the forecast that can be drawn.
    static func foretold(_ chart: TimeSeriesChart) -> [Forecast.Point] {
        chart.forecast?.points.filter { TimeDomain.contains($0.time) } ?? []
    }

    /// How many lines can be told apart.
    static let distinct = 8
    /// How many of the other ones are drawn.
    static let others = 60
}

extension TimeSeriesChart {
    /// Without the points outside of the window.
    fileprivate var inWindow: TimeSeriesChart {
        guard let window else { return self }
        var chart = self
        for index in chart.series.indices {
            chart.series[index].points.removeAll { $0.time < window.start || window.end < $0.time }
        }
        return chart
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
