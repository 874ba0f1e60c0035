import D8SCharts
import D8SModel

extension PanelPicture {
    /// Observations by size in time, from the cumulative buckets of a classic histogram.
    var heatmap: HeatmapChart? {
        let buckets = lines.compactMap { line -> (bound: Double, line: MeasureReading.Line)? in
            line.series.value(of: "le").flatMap(Self.bound).map { ($0, line) }
        }.sorted { $0.bound < $1.bound }
        guard buckets.count > 1 else { return nil }
        let grids = buckets.map { grid($0.line) }
        let width = grids.map(\.count).max() ?? 0
        let cells = grids.enumerated().map { row, grid in
            (0..<width).map { column -> Double? in
                guard let upper = grid[column] else { return nil }
                guard row > 0 else { return upper }
                return grids[row - 1][column].map { max(0, upper - $0) } ?? upper
            }
        }
        let start = span.window.start.milliseconds
        return HeatmapChart(
            title: heading,
            columns: .times(
                (0..<width).map { Instant(milliseconds: start + Int64($0) * span.step) }
            ),
            rows: .bounds(buckets.map(\.bound), .seconds),
            cells: cells,
            unit: panel.unit,
            format: format,
            grouping: .sum,
            window: span.window
        )
    }

    private static func bound(_ text: String) -> Double? {
        text == "+Inf" ? .infinity : Double(text)
    }

    /// The mean of all lines' sum by hour of the day and day of the week, here.
    var week: HeatmapChart {
        var sums = Array(repeating: Array(repeating: (sum: 0.0, count: 0.0), count: 24), count: 7)
        for (time, value) in totals {
            let instant = Instant(milliseconds: time)
            let day = format.zone.day(of: instant).weekday - 1
            let hour = format.zone.secondsOfDay(of: instant) / 3600
            guard sums.indices.contains(day), (0..<24).contains(hour) else { continue }
            sums[day][hour].sum += value
            sums[day][hour].count += 1
        }
        return HeatmapChart.hours(
            title: heading,
            weekdays: (0..<7).map { format.weekday(Day(number: 4 + $0)) },
            cells: sums.map { row in row.map { $0.count > 0 ? $0.sum / $0.count : nil } },
            unit: panel.unit,
            format: format
        )
    }

    /// The sum of all lines at each instant, in order of time.
    private var totals: [(Int64, Double)] {
        var totals: [Int64: Double] = [:]
        for line in lines {
            for (time, value) in zip(line.times, line.values) where value.isFinite {
                totals[time, default: 0] += value
            }
        }
        return totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Which side of its limits each line was on, worst lines first.
    var timeline: StateTimelineChart {
        let severities: [Severity] = [.critical, .warning, .info]
        let states =
            severities.map { severity in
                StateTimelineChart.State(
                    name: severity.word,
                    look: severity == .critical ? .critical : .warning
                )
            } + [StateTimelineChart.State(name: "good", look: .good)]
        return StateTimelineChart(
            title: heading,
            states: states,
            rows: lines.prefix(30).map { line in
                .init(
                    label: name(of: line).shortened(to: 40),
                    spans: spans(of: line, severities)
                )
            },
            window: span.window,
            format: format
        )
    }

    /// Each value lasts for a step.
    private func spans(
        of line: MeasureReading.Line,
        _ severities: [Severity]
    ) -> [StateTimelineChart.Span] {
        var spans: [StateTimelineChart.Span] = []
        for (time, value) in zip(line.times, line.values) where value.isFinite {
            let beyond = measure?.thresholds.filter { $0.isEntered(by: value) }
                .map(\.severity).max()
            let state = beyond.flatMap { severities.firstIndex(of: $0) } ?? severities.count
            let end = Instant(milliseconds: time)
            let start = Instant(milliseconds: time - span.step)
            if let last = spans.last, last.state == state, last.end >= start {
                spans[spans.count - 1].end = end
            } else {
                spans.append(.init(start: start, end: end, state: state))
            }
        }
        return spans
    }
}
