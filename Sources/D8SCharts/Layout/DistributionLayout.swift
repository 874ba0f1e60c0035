import D8SModel

/// A histogram with its axes and markers found.
struct DistributionLayout {
    private let chart: DistributionChart
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    private let histogram: Histogram
    private let axis: ValueAxis
    private let markers: [AnnotationRow]
    private let plot: Plot
    private let domain: ValueDomain
    private let counts: ValueDomain

    /// Nil if there is no value.
    init?(_ chart: DistributionChart, size: Size, measurer: any TextMeasurer) {
        let limit = min(max(Int(size.width / 10), 4), 60)
        let isWhole = chart.unit == .count && chart.values.allSatisfy(\.isWhole)
        guard let histogram = Histogram(chart.values, limit: limit, isWhole: isWhole),
            let first = histogram.bins.first, let last = histogram.bins.last
        else { return nil }
        self.chart = chart
        self.measurer = measurer
        self.histogram = histogram
        style = ChartStyle(size: size)
        domain = ValueDomain(low: first.low, high: last.high)
        let most = Double(histogram.bins.map(\.count).max() ?? 1)
        counts = ValueDomain(low: 0, high: max(most, 1) * 1.06)
        let writer = ValueTicks(unit: .count, format: chart.format, isWhole: true)
        let count = min(style.valueTicks(height: size.height - 40), 3)
        let ticks = style.hasAxes ? writer.ticks(in: counts, count: count) : []
        axis = ValueAxis(ticks: ticks, style: style, measurer: measurer)
        let foot = style.hasAxes ? style.label.size + 12 : 2
        let left = max(axis.room, 2), right = 16.0
        let places = Scale(
            low: domain.low,
            high: domain.high,
            start: left,
            end: max(size.width - right, left + 1),
            isLogarithmic: histogram.isLogarithmic
        )
        let labels = chart.markers.filter(\.value.isFinite).map { marker in
            let number = chart.format.value(marker.value, chart.unit)
            return (marker.label + " " + number, places.place(marker.value))
        }
        markers = style.hasAxes ? AnnotationRow.rows(labels, style: style, measurer: measurer) : []
        let top = 8 + AnnotationRow.room(markers, style: style)
        plot = Plot(size: size, left: left, right: right, top: top, bottom: foot)
    }

    /// From back to front.
    var marks: [Mark] {
        axis.marks(in: plot, scale: plot.scale(counts), measurer: measurer) + bars + feet
            + AnnotationRow.marks(
                markers,
                in: plot,
                style: style,
                ink: .text,
                lineEnd: plot.bottom
            )
    }

    private var scale: Scale {
        Scale(
            low: domain.low,
            high: domain.high,
            start: plot.left,
            end: plot.right,
            isLogarithmic: histogram.isLogarithmic
        )
    }

    private var bars: [Mark] {
        let heights = plot.scale(counts)
        return histogram.bins.compactMap { bin in
            guard bin.count > 0 else { return nil }
            let (left, right) = (scale.place(bin.low), scale.place(bin.high))
            let gap = right - left > 6 ? 1.0 : 0
            let height = max(plot.bottom - heights.place(Double(bin.count)), 1)
            let frame = Frame(
                x: left + gap / 2,
                y: plot.bottom - height,
                width: max(right - left - gap, 0.5),
                height: height
            )
            return .rectangle(frame, fill: chart.ink)
        }
    }

    private var feet: [Mark] {
        guard style.hasAxes else { return [] }
        let ticks =
            histogram.isLogarithmic
            ? LogTicks(unit: chart.unit, format: chart.format)
                .ticks(from: domain.low, to: domain.high)
            : ValueTicks(unit: chart.unit, format: chart.format)
                .ticks(in: domain, count: min(max(Int(plot.width / 80), 2), 6))
        let labels = ticks.map { ($0.label, scale.place($0.value)) }
        return FootLabels(style: style).marks(labels, in: plot, measurer: measurer)
    }
}
