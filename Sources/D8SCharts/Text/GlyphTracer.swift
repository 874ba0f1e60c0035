import CCairo

/// Traces the glyphs of laid-out texts, each once.
///
/// As its typesetter, it is used by one thread at a time.
final class GlyphTracer {
    private struct Key: Hashable {
        let font: OpaquePointer
        let glyph: PangoGlyph
    }

    /// What became of a glyph.
    private enum Trace {
        case outline(GlyphOutline)
        /// Nothing to see, such as a space.
        case empty
        /// To be seen, but not by an outline: a coloured picture.
        case picture
    }

    private let cairo: OpaquePointer
    private var traces: [Key: Trace] = [:]
    /// Kept, so that no other font gets the address of one.
    private var fonts: Set<OpaquePointer> = []

    /// Nil if Cairo is out of memory.
    init?() {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
        defer { cairo_surface_destroy(surface) }
        guard let cairo = cairo_create(surface) else { return nil }
        self.cairo = cairo
    }

    deinit {
        for font in fonts { cairo_scaled_font_destroy(font) }
        cairo_destroy(cairo)
    }

    /// How many glyphs were traced.
    var count: Int { traces.count }

    /// The glyphs of a layout of one line; nil if one of them has no outline.
    func glyphs(of layout: OpaquePointer) -> [PlacedGlyph]? {
        guard let runs = pango_layout_get_iter(layout) else { return nil }
        defer { pango_layout_iter_free(runs) }
        var placed: [PlacedGlyph] = []
        var x: Int32 = 0
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(runs) else { continue }
            x &+= run.pointee.start_x_offset
            guard append(run.pointee, &x, to: &placed) else { return nil }
            x &+= run.pointee.end_x_offset
        } while pango_layout_iter_next_run(runs) != 0
        return placed
    }

    private func append(
        _ run: PangoGlyphItem,
        _ x: inout Int32,
        to placed: inout [PlacedGlyph]
    ) -> Bool {
        guard let font = scaledFont(of: run), let glyphs = run.glyphs?.pointee else { return false }
        for index in 0..<Int(glyphs.num_glyphs) {
            let glyph = glyphs.glyphs[index]
            let geometry = glyph.geometry
            switch trace(glyph.glyph, font) {
            case .picture: return false
            case .empty: break
            case .outline(let outline):
                placed.append(
                    PlacedGlyph(
                        outline: outline,
                        x: Self.points(x &+ geometry.x_offset),
                        y: Self.points(geometry.y_offset &- run.y_offset)
                    )
                )
            }
            x &+= geometry.width
        }
        return true
    }

    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

    private func scaledFont(of run: PangoGlyphItem) -> OpaquePointer? {
        guard let font = run.item?.pointee.analysis.font,
            let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
        else { return nil }
        if fonts.insert(scaled).inserted { cairo_scaled_font_reference(scaled) }
        return scaled
    }

    private func trace(_ glyph: PangoGlyph, _ font: OpaquePointer) -> Trace {
        let key = Key(font: font, glyph: glyph)
        if let known = traces[key] { return known }
        let trace = traced(glyph, font)
        traces[key] = trace
        return trace
    }

    private func traced(_ glyph: PangoGlyph, _ font: OpaquePointer) -> Trace {
        if glyph == PangoGlyph(0x0FFF_FFFF) { return .empty }  // PANGO_GLYPH_EMPTY
        // PANGO_GLYPH_UNKNOWN_FLAG: no font has this character, Pango draws a box for it.
        guard glyph & 0x1000_0000 == 0 else { return .picture }
        var place = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
        cairo_set_scaled_font(cairo, font)
        cairo_new_path(cairo)
        cairo_glyph_path(cairo, &place, 1)
        let path = outline()
        cairo_new_path(cairo)
        if !path.isEmpty { return .outline(GlyphOutline(path: path)) }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(font, &place, 1, &extents)
        return extents.width > 0 && extents.height > 0 ? .picture : .empty
    }

    /// Cairo's current path.
    private func outline() -> [UInt8] {
        guard let path = cairo_copy_path(cairo) else { return [] }
        defer { cairo_path_destroy(path) }
        guard path.pointee.status == CAIRO_STATUS_SUCCESS, let data = path.pointee.data else {
            return []
        }
        var result = SVGPath(decimals: 2)
        var index = 0
        // A figure begins where the last one ended, and says nothing, unless something follows.
        var start: Point?
        while index < Int(path.pointee.num_data) {
            let header = data[index].header
            guard header.length > 0 else { break }
            func point(_ number: Int) -> Point {
                let point = data[index + number].point
                return Point(x: point.x, y: point.y)
            }
            switch header.type {
            case CAIRO_PATH_MOVE_TO: start = point(1)
            case CAIRO_PATH_CLOSE_PATH: result.close()
            default:
                if let place = start { result.move(to: place) }
                start = nil
                if header.type == CAIRO_PATH_LINE_TO {
                    result.line(to: point(1))
                } else {
                    result.curve(point(1), point(2), to: point(3))
                }
            }
            index += Int(header.length)
        }
        return result.bytes
    }
}
