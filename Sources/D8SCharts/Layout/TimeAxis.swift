import D8SModel

/// The labels of a time axis.
struct TimeAxis {
    let domain: TimeDomain
    let format: Format
    let style: ChartStyle

    func marks(in plot: Plot, measurer: any TextMeasurer) -> [Mark] {
        let widest = measurer.width(of: "28\u{a0}Nov", style: style.label)
        let count = min(max(Int(plot.width / (widest + 12)), 2), 6)
        let scale = domain.scale(from: plot.left, to: plot.right)
        let ticks =
            domain.isSingle ? [single] : TimeTicks(format: format).ticks(in: domain, count: count)
        let labels = ticks.map { ($0.label, scale.place($0.time)) }
        return FootLabels(style: style).marks(labels, in: plot, measurer: measurer)
    }

    /// The day of the one instant that there is.
    private var single: TimeTick {
        let time = domain.start.adding(seconds: domain.end.seconds(since: domain.start) / 2)
        return TimeTick(time: time, label: format.date(time))
    }
}
