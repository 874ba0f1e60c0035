import D8SCharts
import D8SModel

extension PanelPicture {
    /// Lines in time, those with the largest values in their own ink.
    var timeSeries: TimeSeriesChart {
        let lines = lines
        return TimeSeriesChart(
            title: heading,
            series: lines.map { line in
                TimeSeriesChart.Series(
                    label: lines.count > 1 ? name(of: line).shortened(to: 30) : "",
                    points: points(of: line),
                    ink: lines.count > 1 ? .series : ink(of: Self.last(line))
                )
            },
            unit: panel.unit,
            format: format,
            target: panel.target,
            thresholds: thresholds,
            startsAtZero: panel.unit != .celsius,
            window: span.window
        )
    }

    /// The first line's last value, what it was at the start of the range, and its course.
    var stat: StatTile? {
        guard let line = lines.first else { return nil }
        let value = Self.last(line)
        return StatTile(
            title: heading,
            label: lines.count > 1 ? name(of: line).shortened(to: 30) : panel.title,
            value: value,
            previous: line.values.first { $0.isFinite },
            note: span.days == 1 ? "24 h ago" : "\(span.days) d ago",
            unit: panel.unit,
            format: format,
            course: grid(line),
            ink: ink(of: value) == .series ? .text : ink(of: value)
        )
    }

    /// The first line's last value against its target, else against the lowest of its limits.
    var gauge: (any Chart)? {
        guard let line = lines.first else { return nil }
        guard let target = panel.target ?? measure?.thresholds.map(\.limit).min() else {
            return stat
        }
        let value = Self.last(line)
        return GaugeChart(
            title: heading,
            value: value,
            target: target,
            zones: thresholds,
            limit: panel.unit == .ratio ? 1 : nil,
            unit: panel.unit,
            format: format,
            ink: ink(of: value)
        )
    }

    /// The last value of each line, the largest first.
    var bars: RankBarChart {
        RankBarChart(
            title: heading,
            entries: lines.map { line in
                let value = Self.last(line)
                let name = name(of: line)
                return RankBarChart.Entry(
                    label: (name.isEmpty ? panel.title : name).shortened(to: 60),
                    value: value,
                    ink: ink(of: value)
                )
            },
            leastFirst: lessIsWorse,
            unit: panel.unit,
            format: format
        )
    }

    /// Bars in time; each is the mean of the values that fall on it.
    var stacked: StackedBarChart {
        let count = span.days == 1 ? 24 : span.days == 7 ? 28 : 30
        let length = Int64(span.days) * 86_400_000 / Int64(count)
        let start = asOf.milliseconds - Int64(count) * length
        return StackedBarChart(
            title: heading,
            times: (0..<count).map { Instant(milliseconds: start + Int64($0) * length) },
            parts: lines.map { line in
                StackedBarChart.Part(
                    label: name(of: line).shortened(to: 30),
                    values: means(of: line, from: start, length: length, count: count)
                )
            },
            unit: panel.unit,
            format: format
        )
    }

    private func means(
        of line: MeasureReading.Line,
        from start: Int64,
        length: Int64,
        count: Int
    ) -> [Double?] {
        var sums = Array(repeating: (sum: 0.0, count: 0.0), count: count)
        for (time, value) in zip(line.times, line.values) where value.isFinite && time > start {
            let number = Int((time - start - 1) / length)
            guard sums.indices.contains(number) else { continue }
            sums[number].sum += value
            sums[number].count += 1
        }
        return sums.map { $0.count > 0 ? $0.sum / $0.count : nil }
    }

    /// The line's values at every step of the range; nil where it has none.
    func grid(_ line: MeasureReading.Line) -> [Double?] {
        let start = span.window.start.milliseconds
        let count = Int((span.window.end.milliseconds - start) / span.step) + 1
        var values = [Double?](repeating: nil, count: max(0, min(count, 20_000)))
        for (time, value) in zip(line.times, line.values) where value.isFinite {
            let number = Int((time - start) / span.step)
            if values.indices.contains(number) { values[number] = value }
        }
        return values
    }
}
