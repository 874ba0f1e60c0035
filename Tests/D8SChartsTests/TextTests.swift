import Testing

@testable import D8SCharts

@Suite struct TextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\u{0}b", "ab"), ("evil\u{202e}gpj.exe", "evilgpj.exe"),
        ("two\r\nlines", "two  lines"), ("\u{feff}x\u{fffe}", "x"), ("日本 😀", "日本 😀"),
    ])
    func `what cannot be drawn safely is left out`(text: String, clean: String) {
        #expect(text.cleanedForDrawing() == clean)
    }

    @Test(arguments: [
        (100.0, "production-eu-west-1", "production-eu-west-1"), (50.0, "production", "production"),
        (25.0, "production", "prod…"), (5.0, "production", ""), (0.0, "production", ""),
    ])
    func `a label is cut to its room`(width: Double, text: String, expected: String) {
        let style = TextStyle(size: 10)
        #expect(PlainMeasurer().fitted(text, style: style, width: width) == expected)
    }

    @Test func `a name is cut in its middle`() {
        let style = TextStyle(size: 10)
        let text = PlainMeasurer().fittedInMiddle("checkout-api-eu", style: style, width: 45)
        #expect(text == "chec…i-eu")
    }

    @Test func `lines break at spaces and inside a word only if it must be`() {
        let breaker = LineBreaker(width: 5) { Double($0.count) }
        #expect(breaker.lines(of: "a bb ccc dddddddd e") == ["a bb", "ccc", "ddddd", "ddd e"])
        #expect(breaker.lines(of: "") == [""])
        #expect(breaker.lines(of: "   ") == [""])
    }

    @Test func `Pango measures any text`() {
        let measurer = PangoMeasurer()
        let style = TextStyle(size: 12)
        #expect(measurer.width(of: "", style: style) == 0)
        #expect(measurer.width(of: "wide text", style: style) > 20)
        let bold = TextStyle(size: 24, weight: .bold)
        #expect(measurer.width(of: "text", style: bold) > measurer.width(of: "text", style: style))
        for text in ["\u{0}\u{202e}", "مرحبا", String(repeating: "😀", count: 10_000)] {
            #expect(measurer.width(of: text, style: style).isFinite)
        }
    }

    /// Tabular figures: a 1 takes the room of an 8 (if the font has them, as Inter and DejaVu do).
    @Test func `figures are equally wide`() {
        let measurer = PangoMeasurer()
        let style = TextStyle(size: 12)
        let (ones, eights) = ("1111", "8888")
        #expect(
            abs(measurer.width(of: ones, style: style) - measurer.width(of: eights, style: style))
                < 0.01
        )
    }
}
