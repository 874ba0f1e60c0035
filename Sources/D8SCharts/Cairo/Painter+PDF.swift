import CCairo
package import D8SModel

extension Painter {
    /// The scene as a PDF of one page of its size.
    ///
    /// - Throws: `ChartError` if Cairo cannot draw it.
    package func pdf(
        _ scene: Scene,
        theme: Theme,
        created: Instant
    ) throws(ChartError) -> [UInt8] {
        let figure = Document.Block(
            role: .figure(alternative: scene.title),
            origin: Point(x: 0, y: 0),
            marks: scene.marks
        )
        return try pdf(
            Document(
                title: scene.title,
                author: "",
                created: created,
                language: "en",
                pages: [Document.Page(size: scene.size, blocks: [figure])]
            ),
            theme: theme
        )
    }

    /// The document as PDF: tagged, with outline, links and metadata.
    ///
    /// - Throws: `ChartError` if Cairo cannot draw it.
    package func pdf(_ document: Document, theme: Theme) throws(ChartError) -> [UInt8] {
        let size = document.pages.first?.size ?? Size(width: 595, height: 842)
        try Self.check(size, scale: 1, document.title)
        for page in document.pages { try Self.check(page.size, scale: 1, document.title) }
        let bytes = try stream(title: document.title) { stream in
            cairo_pdf_surface_create_for_stream(
                ByteStream.write,
                stream.closure,
                size.width,
                size.height
            )
        } paint: { surface, cairo, typesetter in
            let canvas = Canvas(cairo: cairo, typesetter: typesetter, color: theme.cairoColor)
            PDFPages(surface: surface, canvas: canvas).paint(document)
        }
        let figures = document.pages.flatMap(\.blocks).compactMap { block in
            if case .figure(let sentence) = block.role { sentence } else { nil as String? }
        }
        return PDFPatch(alternatives: figures, language: document.language).applied(to: bytes)
    }
}
