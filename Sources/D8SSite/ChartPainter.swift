package import D8SCharts
package import D8SModel

/// Turns laid-out charts into files; Cairo in production, text in tests.
package protocol ChartPainter: Sendable {
    /// One SVG for dark and light pages.
    func svg(_ scene: Scene) throws -> [UInt8]
    /// For slides and mail: twice as many pixels as points, on a light ground.
    func png(_ scene: Scene) throws -> [UInt8]
    /// One page of the chart's size, on a light ground.
    func pdf(_ scene: Scene, created: Instant) throws -> [UInt8]
}
