import Testing

@testable import D8SCharts

@Suite struct SVGWriterTests {
    private func svg(_ marks: [Mark]) throws -> String {
        let scene = Scene(size: Size(width: 100, height: 50), marks: marks, title: "t")
        let bytes = try Painter().svg(scene, theme: .dark)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (0, 1, "0"), (5, 1, ".5"), (-5, 1, "-.5"), (120, 1, "12"), (-1234, 1, "-123.4"),
        (5, 2, ".05"), (50, 2, ".5"), (-105, 2, "-1.05"), (100_000, 2, "1000"),
    ])
    func `a number has no digit that says nothing`(number: Int, decimals: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(number: number, decimals: decimals)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func `steps of a line are told from the rounded place before`() throws {
        let points = [0.04, 0.08, 0.12, 10].map { Point(x: $0, y: 3 - $0) }
        let text = try svg([.line(points, ink: .text, width: 1.25, dash: [3, 1.5])])
        #expect(text.contains("d=\"M0 3l.1-.1 0 0 9.9-9.9\""))
        #expect(text.contains("stroke-width=\"1.25\" stroke-dasharray=\"3,1.5\""))
        #expect(text.contains("stroke=\"#e8eaed\""))
    }

    @Test func `shapes are where they were laid out`() throws {
        let frame = Frame(x: 1, y: 2.5, width: 10, height: 4)
        let text = try svg([
            .rectangle(frame, fill: .band, opacity: 0.5, radius: 9),
            .rectangles([frame, Frame(x: 20, y: 0, width: 0, height: 4)], fill: .hue1),
            .circle(center: Point(x: 5, y: 6), radius: 3.5, fill: .good),
            .area([Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 4, y: 4)], fill: .info),
        ])
        let rectangle = "<rect x=\"1\" y=\"2.5\" width=\"10\" height=\"4\" rx=\"2\""
        #expect(text.contains(rectangle + " fill=\"#161c24\" fill-opacity=\".5\"/>"))
        #expect(text.contains("d=\"M1 2.5h10v4h-10z\""))
        #expect(text.contains("<circle cx=\"5\" cy=\"6\" r=\"3.5\" fill=\"#4cc38a\"/>"))
        #expect(text.contains("d=\"M0 0l4 0 0 4z\""))
    }

    @Test func `each outline is there once, and spaces are not`() throws {
        let style = TextStyle(size: 12)
        let marks = ["noon", "no no"].map {
            Mark.text($0, at: Point(x: 5, y: 20), style: style, ink: .muted)
        }
        let text = try svg(marks)
        #expect(text.split(separator: "<path id=").count - 1 == 2)
        #expect(text.split(separator: "<use ").count - 1 == 8)
        #expect(text.split(separator: "<g fill=").count - 1 == 1)
    }

    @Test func `very many glyphs are drawn as few are`() throws {
        let measurer = PangoMeasurer()
        let painter = Painter(measurer: measurer)
        func file(_ size: Double) throws -> [UInt8] {
            let style = TextStyle(size: size)
            let text = Mark.text(
                "Hamburgefonstiv",
                at: Point(x: 0, y: 20),
                style: style,
                ink: .text
            )
            let scene = Scene(size: Size(width: 200, height: 50), marks: [text], title: "t")
            return try painter.adaptiveSVG(scene)
        }
        let first = try file(12)
        for step in 1...900 { _ = try file(12 + Double(step) / 64) }
        #expect(try file(12) == first)
        let text = String(decoding: first, as: UTF8.self)
        #expect(
            text.contains("<style>@media (prefers-color-scheme:light),print{.f-text{fill:#16181d}}")
        )
        #expect(text.contains("<g fill=\"#e8eaed\" class=\"f-text\">"))
    }

    @Test func `a text ends at its anchor`() throws {
        let style = TextStyle(size: 12)
        let width = PangoMeasurer().width(of: "nn", style: style)
        func place(_ anchor: TextAnchor) throws -> Double {
            let text = try svg([
                .text("nn", at: Point(x: 50, y: 20), style: style, ink: .text, anchor: anchor)
            ])
            let tail = text.split(separator: "<use href=\"#g1\" x=\"")[1]
            return try #require(Double(tail.prefix { $0 != "\"" }))
        }
        #expect(try place(.start) == 50)
        #expect(abs(try place(.middle) - (50 - width / 2)) < 0.01)
        #expect(abs(try place(.end) - (50 - width)) < 0.01)
    }
}
