import D8SCharts
import D8SModel

/// Lays charts out and paints them into files.
struct Brush: Sendable {
    let painter: any ChartPainter
    let measurer: any TextMeasurer
    let created: Instant

    func svg(_ chart: some Chart, _ size: Size, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) { try painter.svg(chart.scene(size: size, measurer: measurer)) }
    }

    func png(_ chart: some Chart, _ size: Size, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) { try painter.png(chart.scene(size: size, measurer: measurer)) }
    }

    func pdf(_ chart: some Chart, _ size: Size, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) {
            try painter.pdf(chart.scene(size: size, measurer: measurer), created: created)
        }
    }

    private func paint(
        to path: String,
        _ bytes: () throws -> [UInt8]
    ) throws(SiteError) -> SiteFile {
        do {
            return SiteFile(path: path, bytes: try bytes())
        } catch {
            throw .chart(path: path, reason: "\(error)")
        }
    }
}
