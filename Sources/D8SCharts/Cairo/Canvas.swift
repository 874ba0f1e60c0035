import CCairo

/// Paints marks with Cairo.
struct Canvas {
    let cairo: OpaquePointer
    let typesetter: Typesetter
    /// How an ink is written: red, green and blue from 0 to 1.
    let color: (Ink) -> (Double, Double, Double)
    /// More points than this make a line that is smoothed more cheaply.
    static let longLine = 200

    func paint(_ marks: [Mark]) {
        for mark in marks { paint(mark) }
    }

    private func paint(_ mark: Mark) {
        switch mark {
        case .rectangle(let frame, let fill, let opacity, let radius):
            paint(frame, fill, opacity, radius)
        case .rectangles(let frames, let fill):
            paint(frames, fill)
        case .line(let points, let ink, let width, let dash):
            stroke(points, ink, width, dash)
        case .area(let points, let fill, let opacity):
            trace(points)
            cairo_close_path(cairo)
            fillPath(fill, opacity)
        case .circle(let center, let radius, let fill):
            cairo_new_sub_path(cairo)
            cairo_arc(cairo, grid(center.x), grid(center.y), max(grid(radius), 0), 0, 2 * .pi)
            fillPath(fill, 1)
        case .text(let text, let at, let style, let ink, let anchor):
            write(text, at, style, ink, anchor)
        }
    }

    private func paint(_ frame: Frame, _ fill: Ink, _ opacity: Double, _ radius: Double) {
        let (left, top) = (grid(frame.x), grid(frame.y))
        let (width, height) = (grid(frame.width), grid(frame.height))
        guard width > 0, height > 0 else { return }
        let radius = min(radius, width / 2, height / 2)
        if radius <= 0 {
            cairo_rectangle(cairo, left, top, width, height)
        } else {
            let (right, bottom) = (left + width, top + height)
            cairo_new_sub_path(cairo)
            cairo_arc(cairo, right - radius, top + radius, radius, -.pi / 2, 0)
            cairo_arc(cairo, right - radius, bottom - radius, radius, 0, .pi / 2)
            cairo_arc(cairo, left + radius, bottom - radius, radius, .pi / 2, .pi)
            cairo_arc(cairo, left + radius, top + radius, radius, .pi, .pi * 3 / 2)
            cairo_close_path(cairo)
        }
        fillPath(fill, opacity)
    }

    private func paint(_ frames: [Frame], _ fill: Ink) {
        for frame in frames where frame.width > 0 && frame.height > 0 {
            let (left, top) = (grid(frame.x), grid(frame.y))
            cairo_rectangle(cairo, left, top, grid(frame.width), grid(frame.height))
        }
        fillPath(fill, 1)
    }

    private func stroke(_ points: [Point], _ ink: Ink, _ width: Double, _ dash: [Double]) {
        guard points.count > 1 else { return }
        trace(points)
        set(ink, 1)
        cairo_set_line_width(cairo, width)
        cairo_set_dash(cairo, dash, Int32(clamping: dash.count), 0)
        let isLong = points.count > Self.longLine
        cairo_set_line_join(cairo, isLong ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND)
        cairo_set_antialias(cairo, isLong ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT)
        cairo_stroke(cairo)
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT)
    }

    private func trace(_ points: [Point]) {
        guard let first = points.first else { return }
        cairo_move_to(cairo, grid(first.x), grid(first.y))
        for point in points.dropFirst() { cairo_line_to(cairo, grid(point.x), grid(point.y)) }
    }

    private func fillPath(_ ink: Ink, _ opacity: Double) {
        set(ink, opacity)
        cairo_fill(cairo)
    }

    private func write(
        _ text: String,
        _ at: Point,
        _ style: TextStyle,
        _ ink: Ink,
        _ anchor: TextAnchor
    ) {
        guard let line = typesetter.line(text, style) else { return }
        guard let pangoLine = pango_layout_get_line_readonly(line.layout, 0) else { return }
        let shift =
            switch anchor {
            case .start: 0.0
            case .middle: line.width / 2
            case .end: line.width
            }
        set(ink, 1)
        cairo_move_to(cairo, grid(at.x - shift), grid(at.y))
        pango_cairo_show_layout_line(cairo, pangoLine)
        cairo_new_path(cairo)
    }

    private func set(_ ink: Ink, _ opacity: Double) {
        let (red, green, blue) = color(ink)
        if opacity >= 1 {
            cairo_set_source_rgb(cairo, red, green, blue)
        } else {
            cairo_set_source_rgba(cairo, red, green, blue, max(opacity, 0))
        }
    }

    /// To eighths, which Cairo's fixed point holds exactly and writes short; what is no number or
    /// far outside of any page would make Cairo give up, so it is brought to where it can be drawn.
    private func grid(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return (min(max(value, -100_000), 100_000) * 8).rounded() / 8
    }
}
