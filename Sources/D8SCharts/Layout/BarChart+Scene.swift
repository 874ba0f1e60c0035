extension BarChart: PlottedChart {
    /// Upright bars over time, lying ones over names.
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        guard bars.contains(where: { $0.value?.isFinite == true }) else { return nil }
        let isOverTime = bars.allSatisfy { $0.time.map(TimeDomain.contains) ?? false }
        return isOverTime
            ? ColumnLayout(self, size: size, measurer: measurer).marks
            : RowLayout(chart: self, size: size, measurer: measurer).marks
    }

    /// Everything that the value axis must show.
    var extent: ValueDomain {
        let values = bars.compactMap(\.value) + [target ?? 0, 0]
        return (ValueDomain(values) ?? .unit).widened(toZero: true)
    }

    /// The highlighted part of a bar: between 0 and its value.
    static func highlighted(_ bar: Bar, of value: Double) -> Double {
        guard bar.highlight.isFinite else { return 0 }
        return value < 0 ? max(min(bar.highlight, 0), value) : min(max(bar.highlight, 0), value)
    }
}
