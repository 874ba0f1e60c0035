import CCairo
import D8SModel

/// Paints a document's pages and tells the PDF what each piece is.
struct PDFPages {
    let surface: OpaquePointer
    let canvas: Canvas

    func paint(_ document: Document) {
        // Classic cross-reference tables, which older readers and `PDFPatch` understand.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        setMetadata(document)
        var outline = PDFOutline()
        for (number, page) in document.pages.enumerated() {
            // Setting the size forgets what the page has already, so it comes before all else.
            cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
            if number == 0 { cairo_tag_begin(canvas.cairo, "Document", "") }
            for block in page.blocks {
                paint(block)
                outline.add(block, page: number + 1, to: surface)
            }
            if number + 1 == document.pages.count { cairo_tag_end(canvas.cairo, "Document") }
            cairo_show_page(canvas.cairo)
        }
    }

    private func setMetadata(_ document: Document) {
        let fields = [
            (CAIRO_PDF_METADATA_TITLE, document.title),
            (CAIRO_PDF_METADATA_AUTHOR, document.author),
            (CAIRO_PDF_METADATA_CREATOR, "D8S"),
            (CAIRO_PDF_METADATA_CREATE_DATE, document.created.description),
        ]
        for (field, text) in fields {
            cairo_pdf_surface_set_metadata(surface, field, text.cleanedForDrawing())
        }
    }

    private func paint(_ block: Document.Block) {
        let tag = block.tag
        if let tag { cairo_tag_begin(canvas.cairo, tag.name, tag.attributes ?? "") }
        cairo_save(canvas.cairo)
        cairo_translate(canvas.cairo, block.origin.x, block.origin.y)
        canvas.paint(block.marks)
        cairo_restore(canvas.cairo)
        if let tag { cairo_tag_end(canvas.cairo, tag.name) }
    }
}

extension Document.Block {
    /// What Cairo is told about the block; nil for page furniture.
    fileprivate var tag: (name: String, attributes: String?)? {
        switch role {
        case .heading(let level): ("H\(min(max(level, 1), 6))", nil)
        case .paragraph: ("P", nil)
        case .figure: ("Figure", nil)
        case .link(let url): (CAIRO_TAG_LINK, "uri='\(url.escapedForTag)'" + rectangle)
        case .artifact: nil
        }
    }

    private var rectangle: String {
        guard let frame, frame.width > 0, frame.height > 0 else { return "" }
        return " rect=[\(frame.x) \(frame.y) \(frame.width) \(frame.height)]"
    }
}

extension String {
    /// The address in ASCII, without what would end a string of Cairo's attributes or of a PDF.
    fileprivate var escapedForTag: String {
        var result = ""
        for byte in cleanedForDrawing().utf8 {
            switch byte {
            case 0x21...0x26, 0x2A...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
