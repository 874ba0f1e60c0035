import D8SCharts
import D8SModel

/// Lays charts out and paints them into files.
struct Brush: Sendable {
    let painter: any ChartPainter
    let measurer: any TextMeasurer
    let created: Instant

    func scene(_ chart: some Chart, _ size: Size) -> Scene {
        chart.scene(size: size, measurer: measurer)
    }

    func svg(_ scene: Scene, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) { try painter.svg(scene) }
    }

    func png(_ scene: Scene, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) { try painter.png(scene) }
    }

    func pdf(_ scene: Scene, to path: String) throws(SiteError) -> SiteFile {
        try paint(to: path) { try painter.pdf(scene, created: created) }
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
