import CCairo

/// Makes the outline: an entry lies under the last heading of a lower level.
struct PDFOutline {
    private var parents: [(level: Int, id: Int32)] = []

    mutating func add(_ block: Document.Block, page: Int, to surface: OpaquePointer) {
        guard let name = block.outline else { return }
        let level = if case .heading(let level) = block.role { level } else { 7 }
        while let last = parents.last, last.level >= level { parents.removeLast() }
        let id = cairo_pdf_surface_add_outline(
            surface,
            parents.last?.id ?? CAIRO_PDF_OUTLINE_ROOT,
            name.cleanedForDrawing(limit: 200),
            "page=\(page) pos=[\(block.origin.x) \(block.origin.y)]",
            CAIRO_PDF_OUTLINE_FLAG_OPEN
        )
        parents.append((level, id))
    }
}
