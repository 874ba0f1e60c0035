import D8SCharts
import D8SModel
import D8SSite

/// Paints a scene as its title: pages are tested without Cairo.
struct TestPainter: ChartPainter {
    func svg(_ scene: Scene) -> [UInt8] { Array("svg \(scene.title)".utf8) }
    func png(_ scene: Scene) -> [UInt8] { Array("png \(scene.title)".utf8) }
    func pdf(_ scene: Scene, created: Instant) -> [UInt8] { Array("pdf \(scene.title)".utf8) }
}

/// Every character is half as wide as its size.
struct TestMeasurer: TextMeasurer {
    func width(of text: String, style: TextStyle) -> Double {
        Double(text.utf8.count) * style.size / 2
    }

    func lines(of text: String, style: TextStyle, width: Double) -> [String] { [text] }
}
