package import D8SCharts
package import D8SModel

extension Painter: ChartPainter {
    package func svg(_ scene: Scene) throws -> [UInt8] {
        try adaptiveSVG(scene)
    }

    package func png(_ scene: Scene) throws -> [UInt8] {
        try png(scene, theme: .light, scale: 2)
    }

    package func pdf(_ scene: Scene, created: Instant) throws -> [UInt8] {
        try pdf(scene, theme: .light, created: created)
    }
}
