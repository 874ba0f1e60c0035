import ArgumentParser
import D8SCharts
import D8SModel
import Foundation

/// The hidden command `d8s bench-charts`: draws one chart many times, for `make bench`.
struct BenchChartsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-charts",
        abstract: "Draws a chart of three series with 720 points each many times, in memory.",
        shouldDisplay: false
    )

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case svg, pdf, png
    }

    @Option(help: "What to draw: svg, pdf or png.")
    var format = Kind.svg

    @Option(help: "How many times.")
    var count = 200

    func run() throws {
        let measurer = PangoMeasurer()
        let painter = Painter(measurer: measurer)
        for _ in 0..<count {
            let scene = Self.chart.scene(size: Size(width: 600, height: 240), measurer: measurer)
            switch format {
            case .svg: _ = try painter.adaptiveSVG(scene)
            case .pdf: _ = try painter.pdf(scene, theme: .light, created: Self.start)
            case .png: _ = try painter.png(scene, theme: .dark)
            }
        }
    }

    private static let start = Instant(seconds: 1_790_000_000)

    private static let chart = TimeSeriesChart(
        title: "Requests",
        series: [
            series("web", 0, .critical), series("db", 1, .warning), series("cache", 2, .info),
        ],
        unit: .count,
        format: Format(zone: .utc)
    )

    /// 720 hours of a slow wave and a fast one, the same that `rrdtool` is given.
    private static func series(
        _ label: String,
        _ number: Double,
        _ ink: Ink
    )
        -> TimeSeriesChart.Series
    {
        let points = (0..<720).map { index in
            let hour = Double(index)
            let slow = 15 * sin(hour / (40 + 10 * number))
            let fast = 5 * sin(hour * 1.7 + number)
            return EvidenceSeries.Point(
                time: start.adding(seconds: hour * 3600),
                value: 50 + 20 * number + slow + fast
            )
        }
        return TimeSeriesChart.Series(label: label, points: points, ink: ink)
    }
}
