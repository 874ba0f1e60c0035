import D8SModel
import Foundation
import Testing

@testable import D8SCharts

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The files of all kinds of panels.
@Suite struct PanelFilesTests {
    private static let labels = [
        "checkout", "]]></title><script>alert(1)</script>&amp;\"'", "\u{0}\u{202e}\u{fffe}\u{7}",
        "مرحبا 日本語 😀👩‍👩‍👧", String(repeating: "namespace/", count: 500), "",
    ]
    private let measurer = PangoMeasurer()

    @Test(arguments: labels)
    func `an SVG is well-formed XML whose only texts are its title and its style`(
        label: String
    ) throws {
        for chart in Panels.all(label: label) {
            for width in [160.0, 360, 1440] {
                let size = Size(width: width, height: 180)
                let scene = chart.scene(size: size, measurer: measurer)
                let bytes = try Painter(measurer: measurer).adaptiveSVG(scene)
                let reader = ElementReader()
                let parser = XMLParser(data: Data(bytes))
                parser.delegate = reader
                #expect(parser.parse(), "\(type(of: chart)) \(width)")
                #expect(reader.names.prefix(2) == ["svg", "title"])
                #expect(Set(reader.names).isSubset(of: ElementReader.harmless), "\(reader.names)")
            }
        }
    }

    @Test func `equal panels have equal bytes`() throws {
        let size = Size(width: 480, height: 200)
        for (one, other) in zip(Panels.all(label: "a"), Panels.all(label: "a")) {
            let files = try [one, other].map { chart in
                // A painter of its own each time: nothing may be left of the other.
                let measurer = PangoMeasurer(), painter = Painter(measurer: measurer)
                let scene = chart.scene(size: size, measurer: measurer)
                return [
                    try painter.adaptiveSVG(scene), try painter.png(scene, theme: .dark),
                    try painter.pdf(scene, theme: .light, created: Panels.start),
                ]
            }
            #expect(files[0] == files[1], "\(type(of: one))")
            #expect(files[0].allSatisfy { $0.count > 500 })
        }
    }

    @Test(arguments: [
        Size(width: 160, height: 110), Size(width: 360, height: 200), Size(width: 768, height: 240),
        Size(width: 1440, height: 300),
    ])
    func `no text lies on another`(size: Size) {
        for chart in Panels.all(label: "checkout-api") {
            let texts = chart.scene(size: size, measurer: measurer).marks.compactMap(box)
            for (index, one) in texts.enumerated() {
                for other in texts.dropFirst(index + 1) {
                    let isApart =
                        one.right <= other.left || other.right <= one.left
                        || one.bottom <= other.top || other.bottom <= one.top
                    #expect(isApart, "\(type(of: chart)): “\(one.text)” on “\(other.text)”")
                }
            }
        }
    }

    private struct Box {
        let text: String
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double
    }

    /// From the top of the capitals to the baseline.
    private func box(_ mark: Mark) -> Box? {
        guard case .text(let text, let at, let style, _, let anchor) = mark else { return nil }
        let width = measurer.width(of: text, style: style)
        let left = anchor == .start ? at.x : anchor == .end ? at.x - width : at.x - width / 2
        return Box(
            text: text,
            left: left,
            right: left + width,
            top: at.y - style.size * 0.72,
            bottom: at.y
        )
    }
}

/// Notes the names of all elements.
private final class ElementReader: NSObject, XMLParserDelegate {
    /// What cannot run, link or load anything.
    static let harmless: Set = [
        "svg", "title", "desc", "style", "defs", "g", "path", "rect", "circle", "use", "clipPath",
        "symbol", "line", "polyline", "polygon",
    ]
    var names: [String] = []

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.append(name)
    }
}
