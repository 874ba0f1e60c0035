import D8SCharts
import D8SModel
import D8SQuery

/// The answer of `d8s query` over a range as a chart.
struct QueryChart {
    /// The most lines that can be told apart.
    static let most = 8
    private static let inks: [Ink] = [.info, .good, .link, .text, .muted]

    let title: String
    let range: QueryRange
    let series: [RangeSeries]
    let format: Format

    /// How many series are left out: those whose last values are smallest.
    var leftOut: Int { max(0, series.count - Self.most) }

    /// - Throws: `ChartError` if it cannot be drawn.
    func svg() throws -> String {
        let measurer = PangoMeasurer()
        let scene = chart.scene(size: Size(width: 960, height: 360), measurer: measurer)
        return String(decoding: try Painter(measurer: measurer).adaptiveSVG(scene), as: UTF8.self)
    }

    private var chart: TimeSeriesChart {
        TimeSeriesChart(
            title: title,
            series: drawn.enumerated().map { number, series in
                TimeSeriesChart.Series(
                    label: series.series.metric.isEmpty && series.series.labels.isEmpty
                        ? "" : series.series.description,
                    points: points(series),
                    ink: Self.inks[number % Self.inks.count]
                )
            },
            unit: .count,
            format: format,
            startsAtZero: series.allSatisfy { $0.values.allSatisfy { !($0 < 0) } }
        )
    }

    /// The series with the largest last values, in the order of the answer.
    private var drawn: [RangeSeries] {
        guard leftOut > 0 else { return series }
        func last(_ number: Int) -> Double {
            series[number].values.last { $0.isFinite } ?? -.infinity
        }
        let largest = series.indices.sorted { (last($1), $0) < (last($0), $1) }.prefix(Self.most)
        return largest.sorted().map { series[$0] }
    }

    /// A point for every step, so that a gap stays one.
    private func points(_ series: RangeSeries) -> [EvidenceSeries.Point] {
        var place = 0
        return (0..<range.count).map { step in
            let time = range.time(step)
            var value: Double?
            if place < series.times.count, series.times[place] == time {
                value = series.values[place].isFinite ? series.values[place] : nil
                place += 1
            }
            return EvidenceSeries.Point(time: Instant(milliseconds: time), value: value)
        }
    }
}
