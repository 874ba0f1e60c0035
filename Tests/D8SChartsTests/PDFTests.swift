import D8SModel
import D8STestSupport
import Testing

@testable import D8SCharts

@Suite struct PDFTests {
    private let painter = Painter()

    private func text(_ text: String) -> Mark {
        .text(text, at: Point(x: 0, y: 0), style: TextStyle(size: 12), ink: .text)
    }

    private func document(url: String = "https://example.org/a'b (c)") -> Document {
        let size = Size(width: 300, height: 200)
        let origin = Point(x: 20, y: 40)
        let link = Document.Block(
            role: .link(url: url),
            origin: origin,
            marks: [text("Evidence")],
            frame: Frame(x: 20, y: 30, width: 60, height: 14)
        )
        return Document(
            title: "Summary of “Acme”",
            author: "D8S",
            created: "2026-11-20T02:00:00Z",
            language: "pt-BR",
            pages: [
                Document.Page(
                    size: size,
                    blocks: [
                        .init(
                            role: .heading(level: 1),
                            origin: origin,
                            marks: [text("One thing")],
                            outline: "One thing"
                        ),
                        .init(
                            role: .figure(alternative: "Aé"),
                            origin: origin,
                            marks: [.circle(center: origin, radius: 3, fill: .critical)]
                        ),
                        link,
                    ]
                ),
                Document.Page(
                    size: Size(width: 200, height: 300),
                    blocks: [
                        .init(role: .artifact, origin: origin, marks: [text("Page 2")]),
                        .init(
                            role: .figure(alternative: ""),
                            origin: origin,
                            marks: [.circle(center: origin, radius: 3, fill: .critical)]
                        ),
                    ]
                ),
            ]
        )
    }

    @Test func `a document is tagged, dated, in a language, with outline and links`() throws {
        let bytes = try painter.pdf(document(), theme: .light)
        let text = String(decoding: bytes, as: UTF8.self)
        for expected in [
            "%PDF-1.4", "/Marked true", "/S /Document", "/S /H1", "/S /Link", "/Lang (pt-BR)",
            "/DisplayDocTitle true", "/CreationDate (20261120020000Z)", "/Author (D8S)",
            "/URI (https://example.org/a%27b%20%28c%29)", "/Type /Outlines", "/Alt <FEFF004100E9>",
        ] {
            #expect(text.contains(expected), "\(expected)")
        }
        #expect(text.ranges(of: "/Alt <FEFF").count == 2)
    }

    /// ISO 32000-1, 7.5.5: the last line but one is where the last cross-reference section begins.
    @Test func `the file's end points at its cross-references`() throws {
        let bytes = try painter.pdf(document(), theme: .light)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).suffix(3)
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.first == "startxref" && lines.last == "%%EOF")
        let start = try #require(Int(lines[1]))
        #expect(String(decoding: bytes[start..<start + 5], as: UTF8.self) == "xref\n")
    }

    @Test func `a file without figures to tell apart stays as it is`() {
        let patch = PDFPatch(alternatives: ["one"], language: "en")
        for file in [
            "", "%PDF-1.4\n", "<< /Type /StructElem\n   /S /Figure", "trailer\n<<>>\nstartxref\n",
        ] {
            #expect(patch.applied(to: Array(file.utf8)) == Array(file.utf8))
        }
    }

    @Test func `hostile words and no pages are no danger`() throws {
        var hostile = document(url: "javascript:'] uri='x\\' \u{0}\u{202e}é")
        hostile.title = String(repeating: "(\\", count: 5000) + "\u{0}"
        hostile.language = ") /OpenAction (x"
        let text = String(decoding: try painter.pdf(hostile, theme: .dark), as: UTF8.self)
        #expect(!text.contains("/OpenAction (x"))
        #expect(throws: Never.self) {
            try painter.pdf(
                Document(
                    title: "",
                    author: "",
                    created: Instant(milliseconds: 0),
                    language: "",
                    pages: []
                ),
                theme: .light
            )
        }
    }
}
