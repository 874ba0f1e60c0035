import D8SModel

/// The labels of a time axis.
struct TimeAxis {
    let domain: TimeDomain
    let format: Format
    let style: ChartStyle

    func marks(in plot: Plot, measurer: any TextMeasurer) -> [Mark] {
        let widest = measurer.width(of: "28\u{a0}Nov\u{a0}2026", style: style.label)
        let count = min(max(Int(plot.width / (widest + 12)), 2), 6)
        let scale = domain.scale(from: plot.left, to: plot.right)
        let ticks = TimeTicks(format: format).ticks(in: domain, count: count)
        let labels = ticks.map { ($0.label, scale.place($0.time)) }
        return FootLabels(style: style).marks(labels, in: plot, measurer: measurer)
    }
}
