import CCairo

/// Lays text out with Pango and keeps the layouts, because the same labels come back chart after
/// chart.
///
/// Pango's objects belong to one thread at a time: a typesetter is only used under the lock of its
/// `TypesetterSlot`.
final class Typesetter {
    private struct Key: Hashable {
        let text: String
        let style: TextStyle
    }

    /// A text ready to be painted.
    struct Line {
        /// A `PangoLayout` of one line.
        let layout: OpaquePointer
        /// The advance width in points.
        let width: Double
    }

    /// Enough for the labels of a whole edition's charts; then the cache starts afresh.
    private static let capacity = 4096

    private let context: OpaquePointer
    private let attributes: OpaquePointer
    private var fonts: [TextStyle: OpaquePointer] = [:]
    private var lines: [Key: Line] = [:]
    private var glyphs: [Key: [PlacedGlyph]?] = [:]
    private lazy var tracer = GlyphTracer()

    /// A typesetter with a font map of its own; nil if Pango has none to give.
    init?() {
        guard let map = pango_cairo_font_map_new() else { return nil }
        defer { g_object_unref(map) }
        guard let context = pango_font_map_create_context(map) else { return nil }
        guard let attributes = pango_attr_list_new() else {
            g_object_unref(UnsafeMutableRawPointer(context))
            return nil
        }
        self.context = context
        self.attributes = attributes
        // Columns of figures must not jump from night to night.
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        setFontOptions()
    }

    deinit {
        forgetLines()
        for font in fonts.values { pango_font_description_free(font) }
        pango_attr_list_unref(attributes)
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// The text cleaned, shaped and measured; nil if Pango is out of memory.
    func line(_ text: String, _ style: TextStyle) -> Line? {
        let key = Key(text: text, style: style)
        if let line = lines[key] { return line }
        if lines.count >= Self.capacity { forgetLines() }
        guard let layout = pango_layout_new(context) else { return nil }
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_attributes(layout, attributes)
        pango_layout_set_font_description(layout, font(style))
        let clean = text.cleanedForDrawing()
        pango_layout_set_text(layout, clean, Int32(clamping: clean.utf8.count))
        var (width, height): (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &width, &height)
        let line = Line(layout: layout, width: Double(width) / Double(PANGO_SCALE))
        lines[key] = line
        return line
    }

    /// The outlines of the text's glyphs and where they stand; nil if one has no outline.
    func glyphs(_ text: String, _ style: TextStyle) -> [PlacedGlyph]? {
        let key = Key(text: text, style: style)
        if let known = glyphs[key] { return known }
        let traced = line(text, style).flatMap { tracer?.glyphs(of: $0.layout) }
        glyphs[key] = .some(traced)
        return traced
    }

    /// Makes room where very many outlines are kept.
    ///
    /// It is done before a chart and not during one, so that a glyph has one outline in it.
    func tidyOutlines() {
        guard let tracer, tracer.count > 2 * Self.capacity else { return }
        glyphs.removeAll()
        self.tracer = GlyphTracer()
    }

    private func forgetLines() {
        glyphs.removeAll(keepingCapacity: true)
        for line in lines.values { g_object_unref(UnsafeMutableRawPointer(line.layout)) }
        lines.removeAll(keepingCapacity: true)
    }

    private func font(_ style: TextStyle) -> OpaquePointer? {
        if let font = fonts[style] { return font }
        guard let font = pango_font_description_new() else { return nil }
        pango_font_description_set_family(
            font,
            style.isMonospaced ? "monospace" : "Inter, sans-serif"
        )
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, PangoWeight(UInt32(style.weight.rawValue)))
        if style.isItalic { pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
        fonts[style] = font
        return font
    }

    /// Outlines as the designer drew them: hinting would make widths depend on the machine.
    private func setFontOptions() {
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
    }
}
