/// Writes a scene as SVG: marks as shapes, text as the outlines of its glyphs, so that it looks the
/// same wherever it is read.
struct SVGWriter {
    private let palette: SVGPalette
    private let typesetter: Typesetter
    private var body: [UInt8] = []
    private var outlines: [UInt8] = []
    /// By the outlines that the scene uses, in the order of their first use.
    private var numbers: [ObjectIdentifier: Int] = [:]
    private var paints: [SVGPaint] = []
    /// The ink of the group of texts that is still open.
    private var openInk: Ink?

    /// The file; nil if a text has a glyph without an outline, such as a coloured picture.
    static func file(
        _ scene: Scene,
        palette: SVGPalette,
        typesetter: Typesetter
    ) -> [UInt8]? {
        typesetter.tidyOutlines()
        var writer = SVGWriter(palette: palette, typesetter: typesetter)
        writer.body.reserveCapacity(1 << 13)
        for mark in scene.marks {
            guard writer.write(mark) else { return nil }
        }
        writer.closeGroup()
        var file = Array((SVGHead.text(of: scene) + palette.style(writer.paints)).utf8)
        file.reserveCapacity(file.count + writer.outlines.count + writer.body.count + 64)
        if !writer.outlines.isEmpty {
            file.append("<defs>")
            file += writer.outlines
            file.append("</defs>")
        }
        file.append("<g stroke-linejoin=\"round\">")
        file += writer.body
        file.append("</g></svg>\n")
        return file
    }

    private init(palette: SVGPalette, typesetter: Typesetter) {
        self.palette = palette
        self.typesetter = typesetter
    }

    /// False if the mark cannot be written.
    private mutating func write(_ mark: Mark) -> Bool {
        if case .text(let text, let at, let style, let ink, let anchor) = mark {
            return write(text, at, style, ink, anchor)
        }
        closeGroup()
        switch mark {
        case .rectangle(let frame, let fill, let opacity, let radius):
            write(frame, fill, opacity, radius)
        case .rectangles(let frames, let fill):
            path(fill, 1) { path in
                for frame in frames where frame.width > 0 && frame.height > 0 {
                    path.rectangle(frame)
                }
            }
        case .line(let points, let ink, let width, let dash):
            write(points, ink, width, dash)
        case .area(let points, let fill, let opacity):
            guard !points.isEmpty else { break }
            path(fill, opacity) { path in
                path.line(through: points)
                path.close()
            }
        case .circle(let center, let radius, let fill):
            body.append("<circle")
            attribute("cx", center.x)
            attribute("cy", center.y)
            attribute("r", max(radius, 0))
            paint("fill", fill)
            body.append("/>")
        case .text: break
        }
        return true
    }

    private mutating func write(_ frame: Frame, _ fill: Ink, _ opacity: Double, _ radius: Double) {
        guard frame.width > 0, frame.height > 0 else { return }
        body.append("<rect")
        attribute("x", frame.x)
        attribute("y", frame.y)
        attribute("width", frame.width)
        attribute("height", frame.height)
        let radius = min(radius, frame.width / 2, frame.height / 2)
        if radius > 0 { attribute("rx", radius) }
        paint("fill", fill)
        self.opacity(opacity)
        body.append("/>")
    }

    private mutating func write(
        _ points: [Point],
        _ ink: Ink,
        _ width: Double,
        _ dash: [Double]
    ) {
        guard points.count > 1 else { return }
        body.append("<path fill=\"none\"")
        if width != 1 { attribute("stroke-width", width, decimals: 2) }
        if points.count > Canvas.longLine { body.append(" stroke-linejoin=\"bevel\"") }
        if !dash.isEmpty {
            body.append(" stroke-dasharray=\"")
            for (index, length) in dash.enumerated() {
                if index > 0 { body.append(UInt8(ascii: ",")) }
                body.append(number: length.onGrid(decimals: 2), decimals: 2)
            }
            body.append(.quote)
        }
        paint("stroke", ink)
        data { $0.line(through: points) }
    }

    private mutating func path(_ fill: Ink, _ opacity: Double, _ draw: (inout SVGPath) -> Void) {
        body.append("<path")
        paint("fill", fill)
        self.opacity(opacity)
        data(draw)
    }

    /// The path data and the end of the element.
    private mutating func data(_ draw: (inout SVGPath) -> Void) {
        body.append(" d=\"")
        var path = SVGPath(behind: body, decimals: 1)
        body = []
        draw(&path)
        body = path.bytes
        body.append("\"/>")
    }
}

extension SVGWriter {
    /// Texts of one ink that follow one another stand in one group.
    private mutating func write(
        _ text: String,
        _ at: Point,
        _ style: TextStyle,
        _ ink: Ink,
        _ anchor: TextAnchor
    ) -> Bool {
        guard let line = typesetter.line(text, style), let glyphs = typesetter.glyphs(text, style)
        else { return false }
        let shift =
            switch anchor {
            case .start: 0.0
            case .middle: line.width / 2
            case .end: line.width
            }
        if openInk != ink {
            closeGroup()
            body.append("<g")
            paint("fill", ink)
            body.append(UInt8.greaterThan)
            openInk = ink
        }
        for glyph in glyphs {
            body.append("<use href=\"#g")
            body.append(number: number(of: glyph.outline) * 10, decimals: 1)
            body.append(.quote)
            attribute("x", at.x - shift + glyph.x, decimals: 2)
            attribute("y", at.y + glyph.y, decimals: 2)
            body.append("/>")
        }
        return true
    }

    private mutating func closeGroup() {
        if openInk != nil { body.append("</g>") }
        openInk = nil
    }

    private mutating func number(of outline: GlyphOutline) -> Int {
        let key = ObjectIdentifier(outline)
        if let number = numbers[key] { return number }
        let number = numbers.count + 1
        numbers[key] = number
        outlines.append("<path id=\"g")
        outlines.append(number: number * 10, decimals: 1)
        outlines.append("\" d=\"")
        outlines += outline.path
        outlines.append("\"/>")
        return number
    }

    private mutating func attribute(_ name: StaticString, _ value: Double, decimals: Int = 1) {
        body.append(.space)
        body.append(name)
        body.append("=\"")
        body.append(number: value.onGrid(decimals: decimals), decimals: decimals)
        body.append(.quote)
    }

    private mutating func opacity(_ opacity: Double) {
        if opacity < 1 { attribute("fill-opacity", max(opacity, 0), decimals: 2) }
    }

    private mutating func paint(_ property: String, _ ink: Ink) {
        let paint = SVGPaint(property: property, ink: ink)
        if !paints.contains(paint) { paints.append(paint) }
        palette.append(paint, to: &body)
    }
}
