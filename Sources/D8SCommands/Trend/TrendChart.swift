import D8SAnalysis
import D8SCharts
import D8SModel

/// The report of `d8s trend` as a picture: the values, what is expected next, the last shift and
/// the oddest points.
struct TrendChart {
    /// Points that are marked at most.
    private static let mostMarks = 5
    /// From this score on a point is marked.
    private static let odd = 0.8

    let report: TrendReport
    let title: String

    /// - Throws: `ChartError` if it cannot be drawn.
    func svg() throws -> String {
        let measurer = PangoMeasurer()
        let scene = chart.scene(size: Size(width: 960, height: 360), measurer: measurer)
        return String(decoding: try Painter(measurer: measurer).adaptiveSVG(scene), as: UTF8.self)
    }

    private var chart: TimeSeriesChart {
        let points = report.points.map {
            EvidenceSeries.Point(time: $0.time, value: $0.value)
        }
        return TimeSeriesChart(
            title: title,
            series: [TimeSeriesChart.Series(points: points, ink: .text)],
            unit: .count,
            format: Format(zone: .utc),
            forecast: forecast,
            change: report.changePoints.last?.time,
            annotations: marks,
            startsAtZero: false
        )
    }

    private var marks: [EvidenceSeries.Annotation] {
        let odd = report.points.filter { $0.score >= Self.odd }
            .sorted { ($1.score, $0.time) < ($0.score, $1.time) }
        return odd.prefix(Self.mostMarks).sorted { $0.time < $1.time }
            .map { EvidenceSeries.Annotation(time: $0.time, label: "odd") }
    }

    private var forecast: D8SCharts.Forecast? {
        guard let forecast = report.forecast, let last = report.points.last else { return nil }
        let first = D8SCharts.Forecast.Point(time: last.time, value: last.value)
        let points = forecast.mean.indices.map { step in
            D8SCharts.Forecast.Point(
                time: report.forecastTimes[step],
                value: forecast.mean[step],
                inner: Interval(
                    low: forecast.lower80[step],
                    high: forecast.upper80[step],
                    confidence: 0.8
                ),
                outer: Interval(low: forecast.lower95[step], high: forecast.upper95[step])
            )
        }
        return D8SCharts.Forecast(label: "forecast", points: [first] + points)
    }
}
