import CZlib
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct PainterTests {
    private let measurer = PangoMeasurer()
    private var painter: Painter { Painter(measurer: measurer) }

    private func scene(_ title: String = "Fails <&> \u{0}\u{202e}more") -> Scene {
        var chart = Charts.series([0.1, 0.2, nil, 0.3, 0.25], target: 0.15)
        chart.title = title
        chart.annotations = [.init(time: "2026-09-23T00:00:00Z", label: "日本語 😀 مرحبا \u{0}")]
        return chart.scene(size: Size(width: 320, height: 180), measurer: measurer)
    }

    @Test func `the same scene gives the same bytes, also from many tasks`() async throws {
        let scene = scene()
        let created: Instant = "2026-11-20T02:00:00Z"
        let painter = painter
        @Sendable func all() throws -> [[UInt8]] {
            [
                try painter.svg(scene, theme: .dark), try painter.adaptiveSVG(scene),
                try painter.png(scene, theme: .light, scale: 2),
                try painter.pdf(scene, theme: .light, created: created),
            ]
        }
        let first = try all()
        try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<24 { group.addTask { try all() } }
            for try await files in group { #expect(files == first) }
        }
        let again = Painter()
        #expect(try again.adaptiveSVG(scene) == first[1])
    }

    @Test func `an SVG has a title, classes for the light page and nothing of the process`() throws
    {
        let text = String(decoding: try painter.adaptiveSVG(scene()), as: UTF8.self)
        #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(text.contains("width=\"320\" height=\"180\" viewBox=\"0 0 320 180\" role=\"img\">"))
        #expect(text.contains("<title>Fails &lt;&amp;&gt; more</title>"))
        #expect(text.contains("@media (prefers-color-scheme:light),print{"))
        #expect(text.contains("stroke=\"#ff4d4f\" class=\"s-critical\""))
        #expect(text.contains(".s-critical{stroke:#c8102e}"))
        for unwanted in ["rgb(", "style=\"", "surface", "<script"] {
            #expect(!text.contains(unwanted), "\(unwanted)")
        }
        let light = String(decoding: try painter.svg(scene(), theme: .light), as: UTF8.self)
        #expect(light.contains("#c8102e") && !light.contains("#ff4d4f"))
        #expect(!light.contains("<style>"))
    }

    @Test(arguments: [1, 2])
    func `a PNG has the right size, check sums and pixels`(scale: Int) throws {
        let bytes = try painter.png(scene(), theme: .dark, scale: scale)
        #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let chunks = try chunks(of: bytes)
        #expect(chunks.map(\.type) == ["IHDR", "PLTE", "IDAT", "IEND"])
        #expect(number(chunks[0].data[0..<4]) == 320 * scale)
        #expect(number(chunks[0].data[4..<8]) == 180 * scale)
        var rows = [UInt8](repeating: 0, count: 1_000_000)
        var length = uLong(rows.count)
        let packed = chunks[2].data
        #expect(uncompress(&rows, &length, packed, uLong(packed.count)) == Z_OK)
        #expect(Int(length) == (320 * scale + 1) * 180 * scale)
        // The first pixel is the page: black.
        #expect(Array(chunks[1].data[(3 * Int(rows[1]))...].prefix(3)) == [0, 0, 0])
        #expect(rows.prefix(Int(length)).allSatisfy { Int($0) * 3 < chunks[1].data.count })
    }

    @Test func `an image of many colours keeps them all`() throws {
        let words = (0..<UInt32(128 * 128)).map { index -> UInt32 in
            let (red, green) = (index % 128 * 2, index / 128 * 2)
            return (red << 16) | (green << 8) | (index % 8 * 32)
        }
        let bytes = try words.withUnsafeBufferPointer { words in
            try Pixels(words: words, width: 128, height: 128, stride: 128, title: "x").png()
        }
        let chunks = try chunks(of: bytes)
        #expect(chunks.map(\.type) == ["IHDR", "IDAT", "IEND"])
        #expect(chunks[0].data[9] == 2)
    }

    @Test(arguments: [
        Size(width: 0, height: 10), Size(width: 20_000, height: 10), Size(width: .nan, height: 1),
    ])
    func `a picture without or with too many pixels is refused`(size: Size) {
        let scene = Scene(size: size, title: "huge")
        #expect(throws: ChartError.self) { try painter.png(scene, theme: .dark) }
        #expect(throws: ChartError.self) { try painter.adaptiveSVG(scene) }
        #expect(throws: ChartError.self) {
            try painter.pdf(scene, theme: .dark, created: "2026-11-20T02:00:00Z")
        }
    }

    @Test func `marks in impossible places are brought into reach`() throws {
        let marks: [Mark] = [
            .line([Point(x: .nan, y: 1e300), Point(x: -.infinity, y: 3)], ink: .text, width: 1),
            .rectangle(Frame(x: 1e30, y: .nan, width: -3, height: .infinity), fill: .band),
            .circle(center: Point(x: .nan, y: 0), radius: -1, fill: .good),
            .text("", at: Point(x: .infinity, y: 0), style: TextStyle(size: 12), ink: .text),
            .area([], fill: .info),
        ]
        let scene = Scene(size: Size(width: 10, height: 10), marks: marks, title: "")
        #expect(throws: Never.self) { try painter.adaptiveSVG(scene) }
        #expect(throws: Never.self) { try painter.png(scene, theme: .dark) }
    }

    private struct Chunk {
        let type: String
        let data: [UInt8]
    }

    /// The chunks of a PNG whose check sums are right.
    private func chunks(of bytes: [UInt8]) throws -> [Chunk] {
        var chunks: [Chunk] = [], index = 8
        while index + 12 <= bytes.count {
            let length = number(bytes[index..<index + 4])
            let end = index + 8 + length
            try #require(end + 4 <= bytes.count)
            let covered = Array(bytes[index + 4..<end])
            #expect(Int(crc32(0, covered, uInt(covered.count))) == number(bytes[end..<end + 4]))
            let type = String(decoding: covered.prefix(4), as: UTF8.self)
            chunks.append(Chunk(type: type, data: Array(covered.dropFirst(4))))
            index = end + 4
        }
        #expect(index == bytes.count)
        return chunks
    }

    private func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
