import D8SModel

extension TimeSeriesLayout {
    /// The texts at the lines' ends.
    var labels: [Mark] {
        guard style.hasAxes else { return [] }
        // A single line's value stands beside its last point, also where the line ends early.
        let single =
            chart.series.count == 1 && chart.forecast == nil
            ? chart.series.first.flatMap(lastPlace) : nil
        let labels = Self.labels(chart, style).map { label in
            var label = label
            label.y = valueScale.place(label.y)
            if label.style == style.strong { label.x = single.map { $0.x + 8 } }
            return label
        }
        return EndLabels(style: style).marks(labels, in: plot, measurer: measurer) + lastMeasured
    }

    /// The texts at the right, not yet in their places.
    static func labels(_ chart: TimeSeriesChart, _ style: ChartStyle) -> [EndLabel] {
        let isForetold = chart.forecast != nil && chart.series.count == 1
        let lines =
            isForetold
            ? []
            : chart.series.prefix(distinct).compactMap { series in
                last(series).map { label(of: series, $0, chart, style) }
            }
        return lines + references(chart, style) + [others(chart, style)].compactMap { $0 }
    }

    private static func last(_ series: TimeSeriesChart.Series) -> Double? {
        series.points.last { $0.value?.isFinite == true }.flatMap(\.value)
    }

    private static func label(
        of series: TimeSeriesChart.Series,
        _ value: Double,
        _ chart: TimeSeriesChart,
        _ style: ChartStyle
    ) -> EndLabel {
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

    /// What is wanted, what does harm, what is foretold.
    private static func references(_ chart: TimeSeriesChart, _ style: ChartStyle) -> [EndLabel] {
        var named: [(String, Double, Ink)] = []
        if let target = chart.target {
            named.append((chart.targetName + "\u{a0}", target, .muted))
        }
        named += chart.thresholds.map { ($0.label.asPrefix, $0.value, $0.ink) }
        if let forecast = chart.forecast,
            let value = foretold(chart).last(where: { $0.value?.isFinite == true })?.value
        {
            named.append((forecast.label.asPrefix, value, forecast.ink))
        }
        return named.filter(\.1.isFinite).map { name, value, ink in
            let number = chart.format.value(value, chart.unit)
            return EndLabel(
                text: name + number,
                y: value,
                ink: ink,
                style: style.label,
                priority: 1
            )
        }
    }

    /// How many lines are grey, at the middle one's end.
    private static func others(_ chart: TimeSeriesChart, _ style: ChartStyle) -> EndLabel? {
        let rest = chart.series.dropFirst(distinct)
        let ends = rest.prefix(others).compactMap(last).sorted()
        guard !ends.isEmpty else { return nil }
        let drawn = rest.count > others ? "\(others)\u{a0}of\u{a0}" : ""
        let text = drawn + chart.format.count(rest.count, "other")
        let middle = ends[ends.count / 2]
        return EndLabel(text: text, y: middle, ink: .muted, style: style.label, priority: 3)
    }

    /// The last measured value of a single line, left of where its forecast begins.
    private var lastMeasured: [Mark] {
        guard chart.forecast != nil, chart.series.count == 1, let series = chart.series.first,
            let value = Self.last(series), let place = lastPlace(of: series)
        else { return [] }
        let text = chart.format.value(value, chart.unit)
        let isRising = (Self.firstValue(series) ?? value) <= value
        let y = isRising ? place.y - 8 : place.y + style.label.size + 6
        let at = Point(x: max(place.x - 2, plot.left), y: y)
        return [.text(text, at: at, style: style.strong, ink: series.ink, anchor: .end)]
    }

    private static func firstValue(_ series: TimeSeriesChart.Series) -> Double? {
        series.points.first { $0.value?.isFinite == true }.flatMap(\.value)
    }
}

extension String {
    /// The text before a number, which stays right of it in Arabic or Hebrew too.
    fileprivate var asPrefix: String {
        isEmpty ? "" : cleanedForDrawing(limit: 100) + "\u{200e}\u{a0}"
    }
}
